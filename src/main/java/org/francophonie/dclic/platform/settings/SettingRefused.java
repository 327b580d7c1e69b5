package org.francophonie.dclic.platform.settings;

/** A value that a setting does not allow, or one that somebody else has changed meanwhile. */
public class SettingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final boolean stale;

    public SettingRefused(String key, String value) {
        this(key, value, false);
    }

    public SettingRefused(String key, String value, boolean stale) {
        super(key + " = " + value);
        this.key = key;
        this.stale = stale;
    }

    public String key() {
        return key;
    }

    /** Was it changed by somebody else since it was shown? */
    public boolean isStale() {
        return stale;
    }
}
