package org.francophonie.dclic.identity.service;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a cookie of a device holds: which row is meant, and 32 bytes that only this browser knows.
 *
 * @param id of the row, which keeps a fingerprint of the secret alone
 */
record DeviceSecret(UUID id, byte[] secret) {
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    static DeviceSecret fresh(UUID id, SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new DeviceSecret(id, secret);
    }

    /** Nothing when the text is no such cookie. */
    static Optional<DeviceSecret> read(String cookie) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cookie);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SECRET_BYTES) return Optional.empty();
        var buffer = ByteBuffer.wrap(bytes);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        return Optional.of(new DeviceSecret(id, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
    }

    String cookie() {
        var bytes = ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
