package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A table that becomes a card for each row on a narrow screen; what it is for screen readers is said in both. */
@Tag("table")
public final class Rows extends HtmlContainer {
    private static final long serialVersionUID = 1;

    private final transient List<String> heads;
    private final Element body = new Element("tbody").setAttribute("role", "rowgroup");

    /**
     * @param caption what the rows are, read aloud
     * @param heads of the columns; the first names the row
     */
    public Rows(String caption, String... heads) {
        this.heads = List.of(heads);
        addClassName("rows");
        getElement().setAttribute("role", "table");
        var line = new Element("tr").setAttribute("role", "row");
        for (var head : heads)
            line.appendChild(new Element("th")
                    .setAttribute("scope", "col")
                    .setAttribute("role", "columnheader")
                    .setText(head));
        getElement()
                .appendChild(
                        new Element("caption").setAttribute("class", "hidden").setText(caption),
                        new Element("thead").setAttribute("role", "rowgroup").appendChild(line),
                        body);
    }

    /** @param cells as many as there are heads */
    public void row(Component... cells) {
        var line = new Element("tr").setAttribute("role", "row");
        for (int i = 0; i < cells.length; i++)
            line.appendChild((i == 0 ? new Element("th").setAttribute("scope", "row") : new Element("td"))
                    .setAttribute("role", i == 0 ? "rowheader" : "cell")
                    .setAttribute("data-label", heads.get(i))
                    .appendChild(cells[i].getElement()));
        body.appendChild(line);
    }

    /** A cell of words. */
    public static Span text(String words) {
        var span = new Span(words);
        span.getElement().setAttribute("dir", "auto");
        return span;
    }
}
