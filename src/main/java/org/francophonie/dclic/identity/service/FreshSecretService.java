package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Duration;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.SecretNeeded;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.springframework.stereotype.Service;

/** Asks whoever is signed in for her secret once more, when she gave it longer ago than the setting says. */
@Service
public class FreshSecretService implements Freshness {
    private final OwnSecret secrets;
    private final SettingService settings;
    private final Trail trail;
    private final Clock clock;

    FreshSecretService(OwnSecret secrets, SettingService settings, Trail trail, Clock clock) {
        this.secrets = secrets;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Open("refuses and gives nothing")
    public void check() {
        var allowed = Duration.ofMinutes(settings.value(Setting.SECRET_MINUTES));
        if (Actors.current().proof().secretAt().isBefore(clock.instant().minus(allowed))) throw new SecretNeeded();
    }

    /** @throws SignInRefused when it is wrong, or there were too many tries */
    @Open("asks about the signed-in person alone")
    public Proven confirm(String secret) {
        secrets.check(secret);
        trail.recordApart(AuditEntry.signIn(AuditEntry.Outcome.DONE)
                .named("again")
                .about(Actors.current().requirePerson()));
        return Proven.secret(Actors.current().requirePerson(), clock.instant());
    }
}
