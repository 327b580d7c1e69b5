package org.francophonie.dclic.authoring.imports;

import java.util.List;

/**
 * A lesson as it was read.
 *
 * @param minutes 0 when the source does not say
 */
record RawLesson(String path, String title, int minutes, String objective, List<RawBlock> blocks) {}
