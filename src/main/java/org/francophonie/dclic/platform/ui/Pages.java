package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways to the pages before and after one of a long list; which page it is stands in the address. */
public final class Pages extends Nav {
    private static final long serialVersionUID = 1;

    /** Whoever has turned so many pages does better to narrow the search. */
    private static final int FURTHEST = 400;

    private static final String PAGE = "page";

    /**
     * @param view that shows the list
     * @param asked what else the address says
     * @param page the one that is shown, from 0
     * @param more is there a page after it?
     */
    public Pages(Class<? extends Component> view, Map<String, String> asked, int page, boolean more) {
        addClassName("row");
        getElement().setAttribute("aria-label", getTranslation("list.pages"));
        if (page > 0) add(link("list.previous", view, asked, page - 1));
        if (more && page < FURTHEST) add(link("list.next", view, asked, page + 1));
        if (more && page >= FURTHEST) add(new Paragraph(getTranslation("list.narrow")));
    }

    /** The page that an address asks for; the first when it makes no sense. */
    public static int asked(QueryParameters query) {
        return query.getSingleParameter(PAGE)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .filter(page -> page <= FURTHEST)
                .orElse(0);
    }

    private RouterLink link(String key, Class<? extends Component> view, Map<String, String> asked, int page) {
        var query = new LinkedHashMap<>(asked);
        if (page > 0) query.put(PAGE, String.valueOf(page));
        var link = new RouterLink(getTranslation(key), view);
        link.setQueryParameters(QueryParameters.simple(query));
        return link;
    }
}
