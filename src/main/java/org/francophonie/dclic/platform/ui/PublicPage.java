package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.Locale;

/** The way to a page of the public site, in the language of the screen. */
public final class PublicPage extends Anchor {
    private static final long serialVersionUID = 1;

    /** @param page its name in the address */
    public PublicPage(String page, String words) {
        super("", words);
        setHref(place(page, getLocale()));
        getElement().setAttribute("router-ignore", true);
    }

    /** Where a page of the public site is in a language. */
    public static String place(String page, Locale locale) {
        var language = locale.getLanguage();
        return (Locale.FRENCH.getLanguage().equals(language) ? "/" : "/" + language + "/") + page;
    }
}
