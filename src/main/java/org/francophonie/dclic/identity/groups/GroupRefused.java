package org.francophonie.dclic.identity.groups;

/** Something about a group that cannot be done; the message is the key of what to say. */
public class GroupRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public GroupRefused(String key) {
        super(key);
    }

    public String key() {
        return String.valueOf(getMessage());
    }
}
