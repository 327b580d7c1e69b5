package org.francophonie.dclic.identity.service;

import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.Consent;
import org.francophonie.dclic.identity.domain.ConsentRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.PeopleRefused.Field;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shuts somebody out, and lets somebody in again. */
@Service
@Transactional
public class SuspensionService {
    /** Characters of a reason. */
    public static final int LONGEST_REASON = 500;

    private final PersonRepository people;
    private final ConsentRepository consents;
    private final Profiles profiles;
    private final Sessions sessions;
    private final DeviceTokens devices;
    private final MergedPeople merged;
    private final Trail trail;

    SuspensionService(
            PersonRepository people,
            ConsentRepository consents,
            Profiles profiles,
            Sessions sessions,
            DeviceTokens devices,
            MergedPeople merged,
            Trail trail) {
        this.people = people;
        this.consents = consents;
        this.profiles = profiles;
        this.sessions = sessions;
        this.devices = devices;
        this.merged = merged;
        this.trail = trail;
    }

    /**
     * Nobody signs in by this account any more, and every session ends at once.
     *
     * @param why for the trail, in the administrator's words
     * @throws PeopleRefused when it is one's own account, or no reason is given
     * @throws org.francophonie.dclic.rights.RightsRefused when too few administrators would remain
     */
    @Requires(value = Right.SUSPEND_PERSON, on = "person")
    public void suspend(PersonId person, String why) {
        if (Actors.current().is(person)) throw new PeopleRefused(Field.WHOLE, "people.yourself");
        var reason = HtmlSanitiser.line(why);
        if (reason.isEmpty()) throw new PeopleRefused(Field.WHOLE, "people.reason.empty");
        if (reason.length() > LONGEST_REASON) throw new PeopleRefused(Field.WHOLE, "people.reason.long");
        var found = found(person);
        if (!found.isActive()) return;
        found.close();
        people.saveAndFlush(found);
        profiles.standingChanged();
        devices.forgetAll(person);
        sessions.endAll(person, SessionEnd.ADMINISTRATOR);
        trail.record(AuditEntry.command(Right.SUSPEND_PERSON)
                .named("suspend")
                .on("PersonId", person)
                .about(person)
                .change("status", Person.Status.ACTIVE, Person.Status.SUSPENDED)
                .personal("reason", null, reason));
    }

    /**
     * Lets somebody in again.
     *
     * @throws PeopleRefused when a guardian has refused the account, or another one is used instead
     */
    @Requires(value = Right.SUSPEND_PERSON, on = "person")
    public void readmit(PersonId person) {
        var found = found(person);
        if (found.isActive()) return;
        if (consents.findById(person.value()).filter(Consent::isRefused).isPresent())
            throw new PeopleRefused(Field.WHOLE, "people.guardian-refused");
        if (merged.into(person).isPresent()) throw new PeopleRefused(Field.WHOLE, "people.merged");
        found.open();
        people.saveAndFlush(found);
        profiles.standingChanged();
        trail.record(AuditEntry.command(Right.SUSPEND_PERSON)
                .named("readmit")
                .on("PersonId", person)
                .about(person)
                .change("status", Person.Status.SUSPENDED, Person.Status.ACTIVE));
    }

    private Person found(PersonId person) {
        return people.findPresent(person).orElseThrow(() -> new NotFound("person"));
    }
}
