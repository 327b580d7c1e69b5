package org.francophonie.dclic.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param words as typed, perhaps empty
 * @param filters values wanted of each facet; within a facet any of them will do
 * @param page from 0
 */
public record Search(String words, Map<Facet, Set<String>> filters, int page) {
    public static final int PAGE = 20;
}
