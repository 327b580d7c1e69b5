package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import org.francophonie.dclic.platform.access.Actors;

/** A search for courses that needs nothing but the browser: where a way ended, another one begins. */
@Tag("form")
final class FindCourse extends Component {
    private static final long serialVersionUID = 1;

    FindCourse() {
        getElement()
                .setAttribute("role", "search")
                .setAttribute("class", "search")
                .setAttribute("method", "get")
                .setAttribute("action", Actors.current().isVisitor() ? "/formations" : "/app/formations");
        var words = new Input();
        words.setId("q");
        words.setType("search");
        words.getElement().setAttribute("name", "q").setAttribute("maxlength", "200");
        var label = new NativeLabel(getTranslation("search.label"));
        label.setFor(words);
        var search = new NativeButton(getTranslation("search.do"));
        search.addClassNames("button", "main");
        var line = new Div(words, search);
        line.addClassName("line");
        getElement().appendChild(label.getElement(), line.getElement());
    }
}
