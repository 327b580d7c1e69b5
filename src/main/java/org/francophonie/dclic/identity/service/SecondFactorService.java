package org.francophonie.dclic.identity.service;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.domain.TimeCode;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.start.Secrets;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Besides the secret: the code of an application on the phone, or one of a list that was kept for the day the phone is lost;
 * passkeys have a service of their own. The staff needs one; whoever wants may have it. As long as it is not proved in a
 * session, that session gives nothing.
 */
@Service
public class SecondFactorService {
    private static final String OWN = "asks about the signed-in person alone, who holds nothing before";

    private final JdbcClient sql;
    private final PersonRepository people;
    private final Gate gate;
    private final Freshness freshness;
    private final FactorBook book;
    private final DeviceTokens devices;
    private final Sessions sessions;
    private final Profiles profiles;
    private final SecondFactorLetters letters;
    private final SetupCodes setupCodes;
    private final Secrets secrets;
    private final Platform platform;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    SecondFactorService(
            JdbcClient sql,
            PersonRepository people,
            Gate gate,
            Freshness freshness,
            FactorBook book,
            DeviceTokens devices,
            Sessions sessions,
            Profiles profiles,
            SecondFactorLetters letters,
            SetupCodes setupCodes,
            Secrets secrets,
            Platform platform,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.people = people;
        this.gate = gate;
        this.freshness = freshness;
        this.book = book;
        this.devices = devices;
        this.sessions = sessions;
        this.profiles = profiles;
        this.letters = letters;
        this.setupCodes = setupCodes;
        this.secrets = secrets;
        this.platform = platform;
        this.trail = trail;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * How it stands with the signed-in person.
     *
     * @param since when it was set up; nothing while it is not
     * @param codesLeft how many codes of the list are still good
     * @param hasApplication whether an application shows codes; without, there are passkeys alone
     * @param isOwed whether this session gives nothing before it is proved
     * @param isRequired whether she must have one, so that it can be replaced and not removed
     * @param letterTo where a code goes that the first one asks for, the rest of the address left out; nothing when there is
     *     no proved address
     */
    public record State(
            Optional<Instant> since,
            boolean hasApplication,
            int codesLeft,
            boolean isOwed,
            boolean isRequired,
            Optional<String> letterTo) {
        /** Whether more than the secret is asked for before it is set up. */
        public boolean needsSetupCode() {
            return isRequired && since.isEmpty();
        }
    }

    /**
     * What is about to be set up.
     *
     * @param letters the secret, to type where no camera is
     * @param address the same for the camera, or for the application on this very phone
     */
    public record Proposal(String letters, String address, byte[] secret) {
        public Proposal {
            secret = secret.clone();
        }
    }

    @Open(OWN)
    public State mine() {
        var me = me();
        return new State(
                book.since(me),
                book.hasApplication(me),
                sql.sql("select count(*) from identity.recovery_code where person_id = ? and used_at is null")
                        .param(me.value())
                        .query(Integer.class)
                        .single(),
                gate.needsSecondFactor(),
                book.isRequired(me),
                letters.address(me).map(SecondFactorService::veiled));
    }

    private static String veiled(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "…\u2060" + address.substring(at);
    }

    /**
     * Sends a code to the proved address of the signed-in person, without which the first one is not set up by whoever needs
     * it: somebody may know her password.
     *
     * @return the code itself where no letters leave the platform: in a test, in a demonstration
     */
    @Open(OWN)
    public Optional<String> sendSetupCode() {
        var me = me();
        freshness.check();
        return Objects.requireNonNull(transaction.execute(_ -> {
            letters.writeSetupCode(me);
            trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                    .named("send-setup-code")
                    .on("PersonId", me)
                    .about(me));
            return platform.environment() == Platform.Environment.PRODUCTION
                    ? Optional.<String>empty()
                    : Optional.of(setupCodes.make(me, ""));
        }));
    }

    /**
     * Is that the code that came by mail, or that an administrator gave?
     *
     * @throws SignInRefused when it is not, or is no longer good, or there were too many tries
     */
    @Open(OWN)
    public void checkSetupCode(String typed) {
        var me = me();
        book.counted(me, book.tries(me), () -> setupCodes.isGood(me, typed) ? Optional.of(true) : Optional.empty());
    }

    /**
     * For whoever has no proved address, or gets no mail: a code to be told to the person, after having made sure who she is.
     *
     * @throws org.francophonie.dclic.rights.RightsRefused when the person holds more than the actor
     */
    @Requires(value = Right.RESET_SECOND_FACTOR, on = "person")
    public String giveSetupCode(PersonId person) {
        checkMayHelp(person);
        return Objects.requireNonNull(transaction.execute(_ -> {
            trail.record(AuditEntry.command(Right.RESET_SECOND_FACTOR)
                    .named("give-setup-code")
                    .on("PersonId", person)
                    .about(person));
            return setupCodes.make(person, "");
        }));
    }

    /** A fresh secret, which counts for nothing before its first code was given. */
    @Open(OWN)
    public Proposal propose() {
        var secret = TimeCode.freshSecret(random);
        var letters = TimeCode.letters(secret);
        var name = people.findById(me().value()).orElseThrow().code();
        return new Proposal(letters, "otpauth://totp/D-CLIC:" + name + "?secret=" + letters + "&issuer=D-CLIC", secret);
    }

    /**
     * The application on the phone gave its first code: from now on it is asked for, and sessions elsewhere end.
     *
     * @param setupCode asked for when the first one is set up by whoever needs it
     * @param here the session in which it happens
     * @return the list of codes to keep, which is shown this once, and the proof for this session
     * @throws SignInRefused when the code is wrong
     * @throws org.francophonie.dclic.platform.access.SecretNeeded when the secret was given too long ago
     */
    @Open(OWN)
    public SetUp set(Proposal proposal, String typed, Optional<String> setupCode, Optional<UUID> here) {
        var me = me();
        var adding = book.adding(me, setupCode);
        var step = book.counted(me, book.tries(me), () -> TimeCode.read(typed)
                .flatMap(code -> TimeCode.step(proposal.secret(), code, clock.instant())));
        return Objects.requireNonNull(transaction.execute(_ -> {
            book.take(adding);
            var beside = !adding.first() && !book.hasApplication(me);
            sql.sql("update identity.second_factor set secret = ?, last_step = ?, set_at = ? where person_id = ?")
                    .param(secrets.wrap(me.value(), proposal.secret()))
                    .param(step)
                    .param(Timestamp.from(clock.instant()))
                    .param(me.value())
                    .update();
            book.changed(me, "set-second-factor", here);
            letters.write(me, SecondFactorLetters.News.SET);
            return new SetUp(beside ? List.of() : book.freshCodes(me), Proven.secondFactor(me));
        }));
    }

    /**
     * The application is asked no more, where a passkey remains.
     *
     * @param here the session in which it happens
     */
    @Open(OWN)
    public void removeApplication(Optional<UUID> here) {
        var me = me();
        book.mayChange(me);
        transaction.executeWithoutResult(_ -> {
            book.lock(me);
            int gone = sql.sql("""
                            update identity.second_factor f set secret = null where person_id = ? and secret is not null
                                and exists (select from identity.passkey p where p.person_id = f.person_id)""").param(me.value()).update();
            if (gone == 0) throw book.refused();
            book.changed(me, "remove-application", here);
            letters.write(me, SecondFactorLetters.News.WAY_REMOVED);
        });
    }

    /**
     * What comes of setting it up.
     *
     * @param codes none where the list that is known stays good
     */
    public record SetUp(List<String> codes, Proven proven) {}

    /**
     * Sessions elsewhere end: whoever makes another list may have lost the former one.
     *
     * @param here the session in which it happens
     * @return another list; the one before is good for nothing any more
     */
    @Open(OWN)
    public List<String> renewCodes(Optional<UUID> here) {
        var me = me();
        if (book.since(me).isEmpty()) throw book.refused();
        book.mayChange(me);
        return Objects.requireNonNull(transaction.execute(_ -> {
            book.changed(me, "renew-recovery-codes", here);
            return book.freshCodes(me);
        }));
    }

    /**
     * Nobody asks for it any more. Whoever must have one sets up another instead.
     *
     * @param here the session in which it happens, in which nothing more than the secret is proved from now on
     */
    @Open(OWN)
    public Proven remove(Optional<UUID> here) {
        var me = me();
        if (book.isRequired(me)) throw book.refused();
        if (book.since(me).isEmpty()) return Proven.noSecondFactor(me);
        book.mayChange(me);
        transaction.executeWithoutResult(_ -> {
            book.delete(me);
            book.changed(me, "remove-second-factor", here);
            letters.write(me, SecondFactorLetters.News.REMOVED);
        });
        return Proven.noSecondFactor(me);
    }

    /**
     * The code of the phone, or one of the list.
     *
     * @param here the session in which it is given: on a device where it was proved before, guesses made elsewhere do not count
     * @throws SignInRefused when it is wrong or was used before, or there were too many tries
     */
    @Open(OWN)
    public Proven prove(String typed, Optional<UUID> here) {
        var me = me();
        var used = book.counted(me, book.tries(me, here), () -> passes(me, typed));
        trail.recordApart(AuditEntry.signIn(Outcome.DONE).named(used).about(me));
        if (used.equals("recovery-code")) letters.write(me, SecondFactorLetters.News.CODE_USED);
        return Proven.secondFactor(me);
    }

    private Optional<String> passes(PersonId me, String typed) {
        var code = TimeCode.read(typed);
        return code.isPresent()
                ? code.filter(digits -> isOfPhone(me, digits)).map(_ -> "second-factor")
                : Optional.of("recovery-code").filter(_ -> isOfList(me, typed));
    }

    /** A code that was seen over a shoulder is good no more. */
    private boolean isOfPhone(PersonId me, String digits) {
        return sql.sql("select secret from identity.second_factor where person_id = ? and secret is not null")
                .param(me.value())
                .query(byte[].class)
                .optional()
                .flatMap(wrapped -> TimeCode.step(secrets.unwrap(me.value(), wrapped), digits, clock.instant()))
                .filter(step ->
                        sql.sql("update identity.second_factor set last_step = ? where person_id = ? and last_step < ?")
                                        .param(step)
                                        .param(me.value())
                                        .param(step)
                                        .update()
                                == 1)
                .isPresent();
    }

    private boolean isOfList(PersonId me, String typed) {
        return sql.sql(
                                "update identity.recovery_code set used_at = ? where person_id = ? and hash = ? and used_at is null")
                        .param(Timestamp.from(clock.instant()))
                        .param(me.value())
                        .param(book.hash(me, typed))
                        .update()
                == 1;
    }

    /** Whoever is shut out holds nothing: who she is is known only once she is let in again. */
    private void checkMayHelp(PersonId person) {
        var active = people.findById(person.value()).filter(Person::isActive).isPresent();
        if (!active || Actors.current().is(person)) throw new AccessRefused(Right.RESET_SECOND_FACTOR);
        profiles.checkHoldsNoMore(person);
    }

    /** Since when somebody has it; nothing when she has none. */
    @Requires(value = Right.READ_PERSON, on = "person")
    public Optional<Instant> of(PersonId person) {
        return book.since(person);
    }

    /**
     * Phone and list are lost: whoever has made sure who is calling takes it back. It is set up anew at the next sign-in.
     *
     * @throws org.francophonie.dclic.rights.RightsRefused when the person holds more than the actor
     */
    @Requires(value = Right.RESET_SECOND_FACTOR, on = "person")
    public void reset(PersonId person) {
        if (Actors.current().is(person)) throw new AccessRefused(Right.RESET_SECOND_FACTOR);
        if (book.since(person).isEmpty()) return;
        checkMayHelp(person);
        transaction.executeWithoutResult(_ -> {
            book.delete(person);
            devices.forgetAll(person);
            sessions.endAll(person, SessionEnd.ADMINISTRATOR);
            profiles.standingChanged();
            letters.write(person, SecondFactorLetters.News.RESET);
            trail.record(AuditEntry.command(Right.RESET_SECOND_FACTOR)
                    .named("reset")
                    .on("PersonId", person)
                    .about(person));
        });
    }

    private static PersonId me() {
        return FactorBook.me();
    }
}
