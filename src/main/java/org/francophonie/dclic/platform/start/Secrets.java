package org.francophonie.dclic.platform.start;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.francophonie.dclic.platform.text.Sha256;
import org.springframework.stereotype.Component;

/**
 * The master key: it wraps the keys of persons, and keys for other purposes are derived from it. It is given by
 * configuration in production and made once in the data folder elsewhere; it is never in the database.
 */
@Component
public class Secrets {
    private final SecretKey key;

    public Secrets(Platform platform) {
        var bytes = platform.masterKey().map(Secrets::decode).orElseGet(() -> fromFolder(platform));
        key = new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decode(String text) {
        var bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != KeyFile.BYTES) throw new StartRefused("dclic.master-key must be 32 bytes in base64.");
        return bytes;
    }

    private static byte[] fromFolder(Platform platform) {
        if (platform.environment() == Platform.Environment.PRODUCTION)
            throw new StartRefused(
                    "dclic.master-key is not set: in production the key that protects the audit trail comes from the"
                            + " configuration (docs/configuration.md).");
        return decode(new KeyFile(platform.dataFolder(), "master.key").text());
    }

    public SecretKey masterKey() {
        return key;
    }

    /** A secret as the database may keep it. */
    public byte[] wrap(UUID belongsTo, byte[] secret) {
        return AesGcm.seal(key, belongsTo, secret);
    }

    public byte[] unwrap(UUID belongsTo, byte[] wrapped) {
        return AesGcm.open(key, belongsTo, wrapped);
    }

    /** HMAC-SHA-256 of the message under a key of its own for the purpose. */
    public byte[] sign(String purpose, byte[] message) {
        return hmac(new SecretKeySpec(hmac(key, purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256"), message);
    }

    /** SHA-256, for secrets that are random themselves. */
    public static byte[] fingerprint(byte[] secret) {
        return Sha256.of(secret);
    }

    private static byte[] hmac(SecretKey key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
