package org.francophonie.dclic.authoring.imports;

import org.francophonie.dclic.authoring.block.Block;

/** A block as it was read, before its files and questions are kept. */
sealed interface RawBlock {
    /** Needs nothing more. */
    record Ready(Block block) implements RawBlock {}

    record Picture(String path, String alternative, String caption, int line) implements RawBlock {}

    record Sound(String path, String title, int line) implements RawBlock {}

    record Film(String path, String title, int line) implements RawBlock {}

    record Attachment(String path, String label, int line) implements RawBlock {}

    /** A question in GIFT. */
    record Ask(String gift, int line) implements RawBlock {}

    record Reflect(String promptHtml) implements RawBlock {}
}
