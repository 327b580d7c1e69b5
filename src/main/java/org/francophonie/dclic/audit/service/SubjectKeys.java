package org.francophonie.dclic.audit.service;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One AES-256 key for each person, wrapped by the master key. AES-GCM (NIST SP 800-38D) with a random 96-bit nonce; what a
 * ciphertext belongs to (the key's or the event's id) is authenticated with it.
 */
@Component
class SubjectKeys {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Values about one person, unreadable without that person's key. */
    record Sealed(UUID keyId, byte[] nonce, byte[] ciphertext) {}

    private record Key(UUID id, SecretKey key) {}

    private final JdbcClient sql;
    private final Secrets master;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    SubjectKeys(JdbcClient sql, Secrets master, Ids ids) {
        this.sql = sql;
        this.master = master;
        this.ids = ids;
    }

    /** Nothing when the person's key was destroyed: an erased person leaves no new values. */
    Optional<Sealed> seal(PersonId person, UUID event, byte[] values) {
        return key(person).map(key -> {
            var nonce = nonce();
            return new Sealed(key.id(), nonce, crypt(Cipher.ENCRYPT_MODE, key.key(), nonce, event, values));
        });
    }

    /** Nothing when the key was destroyed. */
    Optional<byte[]> open(Sealed values, UUID event) {
        return sql.sql("select wrapped from audit.subject_key where key_id = ? and wrapped is not null")
                .param(values.keyId())
                .query(byte[].class)
                .optional()
                .map(wrapped -> crypt(
                        Cipher.DECRYPT_MODE,
                        unwrap(values.keyId(), wrapped),
                        values.nonce(),
                        event,
                        values.ciphertext()));
    }

    private Optional<Key> key(PersonId person) {
        // Two first events at once: one key wins, both read it.
        sql.sql(
                        "insert into audit.subject_key (key_id, person_id, wrapped) select ?, ?, ?"
                                + " where not exists (select from audit.subject_key where person_id = ?) on conflict (person_id) do nothing")
                .params(newKey(person))
                .update();
        return sql.sql("select key_id, wrapped from audit.subject_key where person_id = ?")
                .param(person.value())
                .query((row, _) -> {
                    var id = row.getObject("key_id", UUID.class);
                    var wrapped = row.getBytes("wrapped");
                    return wrapped == null ? Optional.<Key>empty() : Optional.of(new Key(id, unwrap(id, wrapped)));
                })
                .single();
    }

    private java.util.List<Object> newKey(PersonId person) {
        var id = ids.next();
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var nonce = nonce();
        var wrapped = crypt(Cipher.ENCRYPT_MODE, master.masterKey(), nonce, id, bytes);
        var kept = ByteBuffer.allocate(nonce.length + wrapped.length)
                .put(nonce)
                .put(wrapped)
                .array();
        return java.util.List.of(id, person.value(), kept, person.value());
    }

    private SecretKey unwrap(UUID id, byte[] kept) {
        var buffer = ByteBuffer.wrap(kept);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var wrapped = new byte[buffer.remaining()];
        buffer.get(wrapped);
        return new SecretKeySpec(crypt(Cipher.DECRYPT_MODE, master.masterKey(), nonce, id, wrapped), "AES");
    }

    private byte[] nonce() {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
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
            throw new IllegalStateException("values in the trail cannot be encrypted or decrypted", e);
        }
    }
}
