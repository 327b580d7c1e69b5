package org.francophonie.dclic.audit.domain;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One event as a block remembers it: its id, and the hash of everything it said when it was written. */
public record Leaf(UUID id, byte[] hash) {
    private static final int HASH = 32;
    private static final int SIZE = 16 + HASH;

    public Leaf {
        hash = hash.clone();
    }

    public static byte[] write(List<Leaf> leaves) {
        var bytes = ByteBuffer.allocate(leaves.size() * SIZE);
        for (var leaf : leaves)
            bytes.putLong(leaf.id().getMostSignificantBits())
                    .putLong(leaf.id().getLeastSignificantBits())
                    .put(leaf.hash());
        return bytes.array();
    }

    public static List<Leaf> read(byte[] written) {
        var bytes = ByteBuffer.wrap(written);
        var leaves = new ArrayList<Leaf>();
        while (bytes.remaining() >= SIZE) {
            var id = new UUID(bytes.getLong(), bytes.getLong());
            var hash = new byte[HASH];
            bytes.get(hash);
            leaves.add(new Leaf(id, hash));
        }
        return leaves;
    }
}
