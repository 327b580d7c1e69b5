package org.francophonie.dclic.identity.merge;

import java.util.List;

/** Two accounts do not become one, or not two again; the keys say why. */
public class MergeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> keys;

    MergeRefused(List<String> keys) {
        super(String.join(", ", keys));
        this.keys = List.copyOf(keys);
    }

    public List<String> keys() {
        return keys;
    }
}
