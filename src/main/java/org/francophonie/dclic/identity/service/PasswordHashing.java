package org.francophonie.dclic.identity.service;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.platform.errors.Room;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Secrets;
import org.francophonie.dclic.platform.text.Digits;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with 19 MiB, 2 passes, 1 lane: one hash per core at a time on threads of their own, so that a rush of
 * sign-ins neither fills the memory nor starves everybody else.
 */
@Component
class PasswordHashing {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int QUEUE = 500;

    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().availableProcessors(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("password-", 0).factory());
    private final String decoy = argon.encode("nobody");
    private final Secrets secrets;
    private final Room room;

    PasswordHashing(Secrets secrets, Room room) {
        this.secrets = secrets;
        this.room = room;
    }

    /**
     * A PIN has few values: without the key of the platform, which is not in the database, a stolen table tells none of
     * them. Passwords are taken as they are.
     */
    String prepared(Account.Secret kind, PersonId person, String secret) {
        if (kind == Account.Secret.PASSWORD) return secret;
        var told = (person + ":" + Digits.plain(secret)).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(secrets.sign("pin", told));
    }

    String hash(String password) {
        return run(() -> argon.encode(password));
    }

    boolean matches(String password, String hash) {
        return run(() -> argon.matches(password, hash));
    }

    /** Is it the secret of that account? */
    boolean opens(Account account, String secret) {
        return matches(prepared(account.secret(), account.person(), secret), account.secretHash());
    }

    /** The same work for an account that does not exist, so that time does not tell. */
    void pretend(String password) {
        matches(password, decoy);
    }

    private <T> T run(Callable<T> work) {
        try {
            var waiting = threads.submit(work);
            return room.outside(waiting::get);
        } catch (RejectedExecutionException _) {
            throw new SignInRefused(SignInRefused.Reason.BUSY, 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
