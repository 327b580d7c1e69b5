package org.francophonie.dclic.platform.ui;

import java.util.List;

/** The parts of a person's own space that the view itself builds, for whoever arranges them. */
public interface HomeSections {

    /** Message keys of their names, in the order in which they were built. */
    List<String> codes();
}
