package org.francophonie.dclic.rights.screens;

/**
 * One line of a plan; their order is the order of the screen.
 *
 * @param part its code
 */
public record PlanLine(String part, Showing showing) {

    /** Whether it is seen. */
    public enum Showing {
        SHOWN,
        HIDDEN,
        /** Shown, and people do not hide it for themselves. */
        FIXED
    }
}
