package org.francophonie.dclic.platform.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Values that never change, the last used of them, up to a number; shared by all screens and threads. What was let go is made
 * or read again.
 */
public final class Kept<K, V> {
    private final Map<K, V> values;

    public Kept(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public Optional<V> find(K key) {
        synchronized (values) {
            return Optional.ofNullable(values.get(key));
        }
    }

    public void keep(K key, V value) {
        synchronized (values) {
            values.put(key, value);
        }
    }

    /** Made outside the lock: two threads may both make it, and the values are equal. */
    public V get(K key, Supplier<V> make) {
        var known = find(key);
        if (known.isPresent()) return known.get();
        var made = make.get();
        keep(key, made);
        return made;
    }
}
