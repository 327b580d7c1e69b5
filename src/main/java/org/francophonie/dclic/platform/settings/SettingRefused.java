package org.francophonie.dclic.platform.settings;

/** A value that a setting does not allow. */
public class SettingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingRefused(String key, String value) {
        super(key + " = " + value);
    }
}
