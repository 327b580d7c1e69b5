package org.francophonie.dclic.platform.ui;

import java.util.Locale;

/**
 * Our own line drawings, in the style sheet as masks that take the colour of the text. They are decoration: the word stands
 * beside.
 */
public enum Icon {
    HOME,
    BOOKS,
    IMPORT,
    GROUP,
    PERSON,
    SETTINGS,
    HELP,
    LEAVE;

    /** The class that draws it before the words of an element. */
    public String css() {
        return "icon-" + name().toLowerCase(Locale.ROOT);
    }
}
