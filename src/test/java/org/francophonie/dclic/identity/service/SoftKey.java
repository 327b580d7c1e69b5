package org.francophonie.dclic.identity.service;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.francophonie.dclic.platform.text.Sha256;

/** A device with one passkey (ES256), in software: what a browser would answer for it. */
final class SoftKey {
    private static final int PRESENT = 0x01;
    private static final int WITH_KEY = 0x40;
    private static final int COORDINATE = 32;

    private final String host;
    private final byte[] id;
    private final KeyPair pair;

    SoftKey(String host, String id) throws GeneralSecurityException {
        this.host = host;
        this.id = id.getBytes(StandardCharsets.UTF_8);
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    /** The answer to the wish for a new key. */
    String made(byte[] challenge, String origin) {
        var cbor = new ByteArrayOutputStream();
        head(cbor, 5, 3);
        text(cbor, "fmt");
        text(cbor, "none");
        text(cbor, "attStmt");
        head(cbor, 5, 0);
        text(cbor, "authData");
        bytes(cbor, data(PRESENT | WITH_KEY, 0));
        return answer("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
                .formatted(base64(client("webauthn.create", challenge, origin)), base64(cbor.toByteArray())));
    }

    /** The answer to the wish for a signature, the so-manieth. */
    String signed(byte[] challenge, String origin, int count) throws GeneralSecurityException {
        var data = data(PRESENT, count);
        var client = client("webauthn.get", challenge, origin);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(Sha256.of(client));
        return answer("\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\""
                .formatted(base64(client), base64(data), base64(signature.sign())));
    }

    private String answer(String response) {
        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{%s}}"
                .formatted(base64(id), base64(id), response);
    }

    private static byte[] client(String type, byte[] challenge, String origin) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, base64(challenge), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int flags, int count) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(Sha256.of(host.getBytes(StandardCharsets.UTF_8)));
        data.write(flags);
        data.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
        if ((flags & WITH_KEY) != 0) {
            data.writeBytes(new byte[16]); // of no make
            data.write(id.length >> 8);
            data.write(id.length);
            data.writeBytes(id);
            data.writeBytes(cose());
        }
        return data.toByteArray();
    }

    private byte[] cose() {
        var key = (ECPublicKey) pair.getPublic();
        var cbor = new ByteArrayOutputStream();
        head(cbor, 5, 5);
        number(cbor, 1);
        number(cbor, 2);
        number(cbor, 3);
        number(cbor, -7);
        number(cbor, -1);
        number(cbor, 1);
        number(cbor, -2);
        bytes(cbor, coordinate(key.getW().getAffineX()));
        number(cbor, -3);
        bytes(cbor, coordinate(key.getW().getAffineY()));
        return cbor.toByteArray();
    }

    private static byte[] coordinate(BigInteger value) {
        var raw = value.toByteArray();
        var fixed = new byte[COORDINATE];
        int length = Math.min(raw.length, COORDINATE);
        System.arraycopy(raw, raw.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static void head(ByteArrayOutputStream cbor, int major, int n) {
        if (n < 24) cbor.write(major << 5 | n);
        else if (n < 256) {
            cbor.write(major << 5 | 24);
            cbor.write(n);
        } else {
            cbor.write(major << 5 | 25);
            cbor.write(n >> 8);
            cbor.write(n);
        }
    }

    private static void number(ByteArrayOutputStream cbor, int n) {
        if (n >= 0) head(cbor, 0, n);
        else head(cbor, 1, -1 - n);
    }

    private static void bytes(ByteArrayOutputStream cbor, byte[] bytes) {
        head(cbor, 2, bytes.length);
        cbor.writeBytes(bytes);
    }

    private static void text(ByteArrayOutputStream cbor, String text) {
        head(cbor, 3, text.length());
        cbor.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
