package org.francophonie.dclic.identity.service;

import org.francophonie.dclic.identity.domain.PasswordRule;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.stereotype.Component;

/** Whether somebody who has an account may choose this password: more is asked of the staff. */
@Component
class SecretChoice {
    private final Profiles profiles;

    SecretChoice(Profiles profiles) {
        this.profiles = profiles;
    }

    /** @throws PasswordRefused when it is too easy to guess */
    void check(Person person, String password, String address) {
        var problem = profiles.isStaff(person.id())
                ? PasswordRule.problemOfStaff(password, person.displayName(), address)
                : PasswordRule.problem(password, person.displayName(), address);
        problem.ifPresent(found -> {
            throw new PasswordRefused("password." + found);
        });
    }
}
