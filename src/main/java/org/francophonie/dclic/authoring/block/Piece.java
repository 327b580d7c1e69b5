package org.francophonie.dclic.authoring.block;

import org.francophonie.dclic.platform.ui.RichText;

/** A lesson made ready to be shown: markup, with places where the reader does something. */
public sealed interface Piece {
    /** Finished HTML. Only the renderer makes it. */
    final class Markup implements Piece, RichText.Trusted {
        private final String html;

        Markup(String html) {
            this.html = html;
        }

        @Override
        public String markup() {
            return html;
        }
    }

    /** Here a question is answered. */
    record Ask(Block.Exercise exercise) implements Piece {}

    /** Here the reader thinks and writes. */
    record Think(Block.Reflection reflection, Markup prompt) implements Piece {}
}
