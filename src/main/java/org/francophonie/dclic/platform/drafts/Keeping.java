package org.francophonie.dclic.platform.drafts;

/**
 * What became of a text that was to be kept.
 *
 * @param draft as it stands now
 * @param isConflict whether it holds another text, written elsewhere since
 */
public record Keeping(Draft draft, boolean isConflict) {}
