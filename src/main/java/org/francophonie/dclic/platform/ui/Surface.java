package org.francophonie.dclic.platform.ui;

/** A part of the application that is arranged: for profiles, for groups, and by each person for herself. */
public enum Surface {
    /** The places of the main menu. */
    MENU,
    /** What stands in one's own space. */
    HOME,
    /** The pages of the administration. */
    ADMIN
}
