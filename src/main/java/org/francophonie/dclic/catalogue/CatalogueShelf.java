package org.francophonie.dclic.catalogue;

/** Where authoring puts what it publishes. */
public interface CatalogueShelf {

    /** Shows a course, or shows its newer card. */
    void put(CourseCard card);
}
