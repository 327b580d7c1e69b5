package org.francophonie.dclic.platform.settings;

import java.util.Set;

/** Values that settings do not allow, or settings that somebody else has changed meanwhile. */
public class SettingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Set<String> keys;
    private final boolean stale;

    public SettingRefused(String key, String value) {
        super(key + " = " + value);
        keys = Set.of(key);
        stale = false;
    }

    /** @param stale were they changed by somebody else since they were shown? */
    public SettingRefused(Set<String> keys, boolean stale) {
        super(keys.toString());
        this.keys = Set.copyOf(keys);
        this.stale = stale;
    }

    public Set<String> keys() {
        return keys;
    }

    public boolean isStale() {
        return stale;
    }
}
