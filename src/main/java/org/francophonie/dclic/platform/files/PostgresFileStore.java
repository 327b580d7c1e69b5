package org.francophonie.dclic.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.francophonie.dclic.platform.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files in PostgreSQL, in rows of 256 KB. */
@Component
class PostgresFileStore implements FileStore {
    static final int CHUNK = 256 * 1024;
    private final JdbcClient sql;
    private final TransactionTemplate apart;

    PostgresFileStore(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The stream goes to a temporary file first: its hash is its name. */
    @Override
    @Transactional
    public StoredFile put(InputStream content, String mediaType, long most) throws IOException {
        var temporary = Files.createTempFile("dclic-", ".in");
        try {
            var file = copy(content, temporary, mediaType, most);
            keep(file);
            var isNew = sql.sql(
                                    "insert into platform.file (sha256, size, media_type) values (?, ?, ?) on conflict do nothing")
                            .param(file.key())
                            .param(file.size())
                            .param(mediaType)
                            .update()
                    == 1;
            if (isNew) writeChunks(file, temporary);
            return find(file.hash()).orElseThrow();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Whoever brings in what is there already keeps it from being removed as unused; at once, so that nobody waits for it. */
    private void keep(StoredFile file) {
        apart.executeWithoutResult(_ -> sql.sql(
                        "update platform.file set created_at = now() where sha256 = ? and created_at < now() - interval '1 day'")
                .param(file.key())
                .update());
    }

    private static StoredFile copy(InputStream content, Path temporary, String mediaType, long most)
            throws IOException {
        var digest = Sha256.fresh();
        long size = 0;
        try (var out = Files.newOutputStream(temporary)) {
            var buffer = new byte[16 * 1024];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > most) throw new FileTooLarge(most);
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return new StoredFile(HexFormat.of().formatHex(digest.digest()), size, mediaType);
    }

    private void writeChunks(StoredFile file, Path temporary) throws IOException {
        try (var in = Files.newInputStream(temporary)) {
            int n = 0;
            for (var bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK))
                sql.sql("insert into platform.file_chunk (sha256, n, bytes) values (?, ?, ?)")
                        .param(file.key())
                        .param(n++)
                        .param(bytes)
                        .update();
        }
    }

    @Override
    public Optional<StoredFile> find(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) return Optional.empty();
        return sql.sql("select size, media_type from platform.file where sha256 = ?")
                .param(HexFormat.of().parseHex(hash))
                .query((row, _) -> new StoredFile(hash, row.getLong("size"), row.getString("media_type")))
                .optional();
    }

    @Override
    public InputStream open(StoredFile file, long from) {
        return new Chunks(file, from);
    }

    /** Reads one row after the other. */
    private final class Chunks extends InputStream {
        private final StoredFile file;
        private long position;
        private byte[] chunk = {};
        private int inChunk;

        Chunks(StoredFile file, long from) {
            this.file = file;
            this.position = from;
        }

        @Override
        public int read() {
            return fill() ? chunk[next(1)] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) return 0;
            if (!fill()) return -1;
            int n = Math.min(length, chunk.length - inChunk);
            System.arraycopy(chunk, next(n), into, offset, n);
            return n;
        }

        private int next(int n) {
            int at = inChunk;
            inChunk += n;
            position += n;
            return at;
        }

        private boolean fill() {
            if (inChunk < chunk.length) return true;
            if (position >= file.size()) return false;
            chunk = sql.sql("select bytes from platform.file_chunk where sha256 = ? and n = ?")
                    .param(file.key())
                    .param((int) (position / CHUNK))
                    .query(byte[].class)
                    .single();
            inChunk = (int) (position % CHUNK);
            return true;
        }
    }
}
