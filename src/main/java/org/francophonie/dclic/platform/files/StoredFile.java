package org.francophonie.dclic.platform.files;

import java.util.HexFormat;

/**
 * A file by its content.
 *
 * @param hash SHA-256 in lower-case hexadecimal
 * @param size in bytes
 */
public record StoredFile(String hash, long size, String mediaType) {

    byte[] key() {
        return HexFormat.of().parseHex(hash);
    }
}
