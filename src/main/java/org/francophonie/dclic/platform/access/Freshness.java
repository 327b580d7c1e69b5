package org.francophonie.dclic.platform.access;

/** Before an act by which much harm can be done, whoever is signed in shows that it is still she. */
public interface Freshness {
    /** @throws SecretNeeded when she gave her secret too long ago */
    void check();
}
