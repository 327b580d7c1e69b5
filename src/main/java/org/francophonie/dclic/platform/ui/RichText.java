package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** HTML made by our renderer from sanitised blocks: the one place where markup enters a screen. */
@Tag("div")
public final class RichText extends Component {
    private static final long serialVersionUID = 1;

    /** Markup that went through the sanitiser and the renderer; nothing else may build one. */
    public interface Trusted {
        String markup();
    }

    public RichText(Trusted content) {
        getElement().setAttribute("class", "content");
        fill(getElement(), content);
    }

    /** Makes the markup the whole content of an element. */
    public static void fill(Element element, Trusted content) {
        element.setProperty("innerHTML", content.markup());
    }
}
