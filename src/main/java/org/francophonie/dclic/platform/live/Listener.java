package org.francophonie.dclic.platform.live;

import java.util.Set;

/** Hears of changes on any node, after they were committed, and reads again what it shows or keeps. */
public interface Listener {

    String topic();

    /** @param keys of what has changed; a change may be told twice */
    void heard(Set<String> keys);

    /** Changes may have been missed while the database was out of reach: everything is to be read again. */
    void missed();
}
