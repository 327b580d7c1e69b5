package org.francophonie.dclic.identity.service;

import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.rights.Profiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A new platform has nobody who could make an administrator: those named by {@code dclic.administrators} become such at the
 * start, once they have joined and proved their address, and only while there are fewer than two.
 */
@Component
class FirstAdministrators {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrators.class);

    private final Platform platform;
    private final AccountRepository accounts;
    private final Profiles profiles;

    FirstAdministrators(Platform platform, AccountRepository accounts, Profiles profiles) {
        this.platform = platform;
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @EventListener(ApplicationReadyEvent.class)
    void appoint() {
        Actors.runAs(Actor.job("first-administrators"), () -> platform.administrators()
                .forEach(this::appoint));
    }

    private void appoint(String typed) {
        try {
            var account = accounts.findByEmailKey(EmailAddress.parse(typed).key());
            if (account.isEmpty())
                LOG.warn("dclic.administrators: nobody has joined and proved one of the addresses yet");
            account.ifPresent(known -> profiles.appoint(known.person()));
        } catch (EmailAddress.Refused refused) {
            LOG.warn("dclic.administrators: one of them is no address ({})", refused.problem());
        }
    }
}
