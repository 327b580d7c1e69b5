package org.francophonie.dclic.platform.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Values that never change, the last used of them, up to a number or a weight; shared by all screens and threads. What was let
 * go is made or read again.
 */
public final class Kept<K, V> {
    private static final int LARGEST_PART = 4;

    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private final ToLongFunction<V> weight;
    private long total;

    /** @param most values */
    public Kept(int most) {
        this(most, _ -> 1);
    }

    /**
     * @param most weight of all values together; one that weighs more than a quarter of it is not kept
     * @param weight of a value, perhaps in characters: what it costs to hold
     */
    public Kept(long most, ToLongFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    public Optional<V> find(K key) {
        synchronized (values) {
            return Optional.ofNullable(values.get(key));
        }
    }

    public void keep(K key, V value) {
        long own = weight.applyAsLong(value);
        if (own > Math.max(1, most / LARGEST_PART)) return;
        synchronized (values) {
            var before = values.put(key, value);
            total += own - (before == null ? 0 : weight.applyAsLong(before));
            var oldest = values.values().iterator();
            while (total > most && oldest.hasNext()) {
                total -= weight.applyAsLong(oldest.next());
                oldest.remove();
            }
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
