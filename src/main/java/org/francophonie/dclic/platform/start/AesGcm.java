package org.francophonie.dclic.platform.start;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-GCM (NIST SP 800-38D) with a random 96-bit nonce, which stands before the ciphertext. What a ciphertext belongs to is
 * authenticated with it: taken from one row to another it does not open.
 */
public final class AesGcm {
    public static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    public static byte[] seal(SecretKey key, UUID belongsTo, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var ciphertext = crypt(Cipher.ENCRYPT_MODE, key, nonce, belongsTo, plain);
        return ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /** @throws IllegalStateException when it was sealed by another key or for something else, or was changed */
    public static byte[] open(SecretKey key, UUID belongsTo, byte[] sealed) {
        return crypt(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOf(sealed, NONCE_BYTES),
                belongsTo,
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, UUID belongsTo, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(belongsTo.getMostSignificantBits())
                    .putLong(belongsTo.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be encrypted or decrypted", e);
        }
    }
}
