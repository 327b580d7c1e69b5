package org.francophonie.dclic.identity.service;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever holds several profiles has the rights of all of them, and may act by one alone for a while: to see what its
 * holders see, or to do nothing by mistake. It takes rights away and gives none.
 */
@Service
public class ActingService {
    private final Profiles profiles;
    private final ProfileNames names;
    private final Trail trail;

    ActingService(Profiles profiles, ProfileNames names, Trail trail) {
        this.profiles = profiles;
        this.names = names;
        this.trail = trail;
    }

    /** By code, the profiles that one holds oneself, as they are called; those that only forbid are none to act by. */
    @Open("one's own profiles")
    public Map<String, String> choices(Locale language) {
        var held = held();
        var choices = new LinkedHashMap<String, String>();
        names.names(language).forEach((code, name) -> {
            if (held.contains(code)) choices.put(code, name);
        });
        return choices;
    }

    private Set<String> held() {
        var held = new HashSet<>(Actors.current().person().map(profiles::heldBy).orElse(Set.of()));
        held.remove(Profiles.AWAITING_CONSENT);
        return held;
    }

    /** Whether one holds several; most people do not, and no name has to be read for them. */
    @Open("one's own profiles")
    public boolean hasChoice() {
        return held().size() > 1;
    }

    /** The profile by which one acts, as it is called; nothing while one acts by all. */
    @Open("one's own profile")
    public Optional<String> acting(Locale language) {
        return Actors.current()
                .acting()
                .flatMap(code -> Optional.ofNullable(choices(language).get(code)));
    }

    /**
     * Notes that the person acts by this profile from now on, or by all.
     *
     * @return what holds: a profile that she does not hold (any more) is none
     */
    @Open("takes rights away, or gives back the person's own")
    @Transactional
    public Optional<String> choose(Optional<String> profile) {
        var chosen = profile.filter(choices(Locale.FRENCH)::containsKey);
        var me = Actors.current().requirePerson();
        trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                .named("act-as")
                .on("PersonId", me)
                .about(me)
                .change("acting", Actors.current().acting().orElse(null), chosen.orElse(null)));
        return chosen;
    }
}
