package org.francophonie.dclic.platform.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * What somebody has shown in a session to be the one she says.
 *
 * @param secondFactor besides the secret, or on a device that was remembered after it
 * @param secretAt when the secret was given last; long ago when a device brought her back
 */
public record Proof(boolean secondFactor, Instant secretAt) implements Serializable {
    /** A device brought her back, and nothing else is known. */
    public static final Proof NONE = new Proof(false, Instant.EPOCH);

    /** Where the platform goes on by itself for somebody. */
    public static final Proof WHOLE = new Proof(true, Instant.MAX);

    /** She has just given her secret. */
    public Proof withSecret(Instant now) {
        return new Proof(secondFactor, now);
    }

    public Proof withSecondFactor() {
        return new Proof(true, secretAt);
    }
}
