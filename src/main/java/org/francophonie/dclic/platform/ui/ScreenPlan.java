package org.francophonie.dclic.platform.ui;

import java.util.List;

/** Tells in which order the person in front of the screen sees the parts of a surface, and which she does not see. */
public interface ScreenPlan {

    /**
     * @param parts what she may see at all, in the order in which it was built
     * @return codes of what she sees, in the order in which she does
     */
    List<String> arrange(Surface surface, List<ScreenPart> parts);
}
