package org.francophonie.dclic.catalogue;

/**
 * Where the words looked for stand, when the card of the course does not say them itself.
 *
 * @param lesson its number, from 1
 */
public record Passage(int lesson, String title) {}
