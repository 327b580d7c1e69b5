package org.francophonie.dclic.platform.start;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Signs by Ed25519 (RFC 8032) with a key derived from the master key; whoever has the public half can check alone. */
@Component
public class SigningKey {
    private final KeyPair pair;

    public SigningKey(Secrets secrets) {
        pair = derived(secrets.sign("signing-key", "Ed25519".getBytes(StandardCharsets.US_ASCII)));
    }

    private static KeyPair derived(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the seed, which RFC 8032 takes as the private key, in the place of random bytes. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) throw new IllegalStateException("a seed of " + bytes.length + " bytes");
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }

    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isOurs(byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(pair.getPublic());
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // not even a signature
        }
    }

    /** The public half in base64 (X.509), for whoever wants to check from outside. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }
}
