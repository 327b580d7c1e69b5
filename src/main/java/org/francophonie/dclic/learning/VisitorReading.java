package org.francophonie.dclic.learning;

import java.util.Map;
import java.util.Set;

/** What was read on this device before anybody signed in; the public site keeps it and provides this. */
public interface VisitorReading {
    /** Numbers of the lessons read, by course code; empty when nothing was read or nothing is known. */
    Map<String, Set<Integer>> read();

    /** Forgets it: the device may be a cybercafé's. */
    void forget();
}
