package org.francophonie.dclic.platform.access;

/** How far a right reaches; the order is from nothing to everything. */
public enum Scope {
    NONE,
    /** What is the person's own. */
    OWN,
    /** What belongs to the groups the person is responsible for, and to the groups below them. */
    GROUP,
    ALL;

    public Scope max(Scope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
