package org.francophonie.dclic.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * What a search found.
 *
 * @param passages for courses found by what their lessons say: the lesson that says it best
 * @param understood the words that were searched, when they are not the ones typed
 * @param counts for each facet, its values with how many courses each would leave under the other filters
 * @param suggestions courses to offer when nothing was found
 */
public record Found(
        List<CourseRow> rows,
        Map<CourseId, Passage> passages,
        long total,
        Optional<String> understood,
        Map<Facet, Map<String, Long>> counts,
        List<CourseRow> suggestions) {}
