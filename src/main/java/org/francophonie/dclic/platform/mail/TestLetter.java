package org.francophonie.dclic.platform.mail;

/** A letter by which an administrator sees whether letters leave and arrive. */
public interface TestLetter {

    /** Writes one to the signed-in person; false when she has no proved address. */
    boolean send();
}
