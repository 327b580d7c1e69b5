package org.francophonie.dclic.audit.service;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.AesGcm;
import org.francophonie.dclic.platform.start.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One AES-256 key for each person, wrapped by the master key. A ciphertext belongs to the id of the key or of the event. */
@Component
class SubjectKeys {
    /** Values about one person, unreadable without that person's key. */
    record Sealed(UUID keyId, byte[] nonce, byte[] ciphertext) {
        byte[] whole() {
            return ByteBuffer.allocate(nonce.length + ciphertext.length)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
        }
    }

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
            var sealed = AesGcm.seal(key.key(), event, values);
            return new Sealed(
                    key.id(),
                    Arrays.copyOf(sealed, AesGcm.NONCE_BYTES),
                    Arrays.copyOfRange(sealed, AesGcm.NONCE_BYTES, sealed.length));
        });
    }

    /** Nothing when the key was destroyed. */
    Optional<byte[]> open(Sealed values, UUID event) {
        return sql.sql("select wrapped from audit.subject_key where key_id = ? and wrapped is not null")
                .param(values.keyId())
                .query(byte[].class)
                .optional()
                .map(wrapped -> AesGcm.open(unwrap(values.keyId(), wrapped), event, values.whole()));
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

    private List<Object> newKey(PersonId person) {
        var id = ids.next();
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var kept = AesGcm.seal(master.masterKey(), id, bytes);
        return List.of(id, person.value(), kept, person.value());
    }

    private SecretKey unwrap(UUID id, byte[] kept) {
        return new SecretKeySpec(AesGcm.open(master.masterKey(), id, kept), "AES");
    }
}
