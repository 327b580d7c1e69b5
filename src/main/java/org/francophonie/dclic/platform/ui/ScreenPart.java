package org.francophonie.dclic.platform.ui;

import java.util.Optional;
import org.francophonie.dclic.platform.access.Right;

/**
 * Something that can be arranged on a surface.
 *
 * @param code the message key of its name, by which plans know it
 * @param right without which nobody sees it; nothing when it says for itself whether it has something to show
 * @param fixed whether it is always shown: without it one would be lost, or would miss what waits for an answer
 */
public record ScreenPart(String code, Optional<Right> right, boolean fixed) {}
