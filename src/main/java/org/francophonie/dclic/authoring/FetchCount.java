package org.francophonie.dclic.authoring;

import org.francophonie.dclic.platform.ids.CourseId;

/** Counts, for authors, how often the files of a published course are fetched. */
public interface FetchCount {

    /** One fetching of a file that is no picture; nobody is named. */
    void count(CourseId course, String hash);
}
