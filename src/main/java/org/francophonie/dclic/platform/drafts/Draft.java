package org.francophonie.dclic.platform.drafts;

import java.util.UUID;

/**
 * Text that was not handed in yet.
 *
 * @param commandId born with the draft: submitting twice with it is submitting once
 */
public record Draft(String text, UUID commandId, long version) {
    /** The version of a draft that nobody has begun. */
    public static final long NONE = -1;
}
