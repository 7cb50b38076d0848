// Generated from openapi.json by `npm run types`. Do not edit.
export interface paths {
    readonly "/api/break-glass": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Openings of all teams' protected patients, for an auditor: who the patients are, and nothing else of them. Looking is journalled. */
        readonly get: operations["read_break_glass_of_all"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/break-glass/{team}/{access}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Reviews an opening of a protected patient, as an auditor. */
        readonly post: operations["review_break_glass"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ehr/jwks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The public halves of the keys that our assertions to records are signed with (SMART Backend Services). */
        readonly get: operations["read_ehr_keys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/enrolment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sets a password by a one-time link, which is used up by it. */
        readonly post: operations["enrol"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/enrolment/inspection": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Says what a one-time link is for. */
        readonly post: operations["inspect"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is signed in. */
        readonly get: operations["read_me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/factors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Says how one proves who one is. */
        readonly get: operations["read_my_factors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Adds a passkey to one's account. */
        readonly post: operations["add_passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/passkeys/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Begins to add a passkey to one's account. */
        readonly post: operations["begin_passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/passkeys/{passkey}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Removes one of one's passkeys. */
        readonly delete: operations["remove_passkey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Changes one's own password. All other sessions end. */
        readonly put: operations["change_password"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/pin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Sets the PIN that unlocks one's sessions. */
        readonly put: operations["set_pin"];
        readonly post?: never;
        /** Removes one's PIN. */
        readonly delete: operations["remove_pin"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists one's sessions. */
        readonly get: operations["list_my_sessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/sessions/{reference}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Ends one of one's sessions, with its live connections. */
        readonly delete: operations["end_my_session"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/two-steps": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Begins with two-step sign-in: what to tell an authenticator app. */
        readonly post: operations["begin_two_steps"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/two-steps/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Turns two-step sign-in on, by a code that proves that the app was told. */
        readonly post: operations["confirm_two_steps"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/two-steps/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Turns two-step sign-in off. */
        readonly post: operations["end_two_steps"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/me/two-steps/recovery-codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Makes other recovery codes; the former ones end. */
        readonly post: operations["renew_recovery_codes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organization": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The organization, for administrators. */
        readonly get: operations["read_organization"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organization/commands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Does what an administrator commands. */
        readonly post: operations["command_organization"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organization/users/{user}/factors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Removes somebody's authenticator app, recovery codes, passkeys and PIN, as when their telephone is lost. Their sessions end. */
        readonly delete: operations["remove_factors_of_user"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organization/users/{user}/policy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The policy of a user, and why it is theirs. */
        readonly get: operations["policy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/organization/users/{user}/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Ends all sessions of somebody, with their live connections. */
        readonly delete: operations["end_sessions_of_user"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/provisioning/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The tokens that the directory comes with. */
        readonly get: operations["read_provisioning_tokens"];
        readonly put?: never;
        /** Makes a token. */
        readonly post: operations["issue_provisioning_token"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/provisioning/tokens/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Revokes a token: from now on the directory is a stranger with it. */
        readonly delete: operations["revoke_provisioning_token"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Says whether one's session is locked, and what unlocks it. */
        readonly get: operations["read_session"];
        readonly put?: never;
        /** Signs in. Browsers get a cookie only; others the token. */
        readonly post: operations["sign_in"];
        /**
         * Signs out: the session and its live connections end. Who came in with the organization's provider goes on to where its session ends, where it
         *     announces that.
         */
        readonly delete: operations["sign_out"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/activity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Says that somebody does something at this session's screen: the time after which it is locked begins anew. */
        readonly post: operations["note_activity"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/lock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Locks one's session: it does nothing until it is unlocked, and its live connections end. */
        readonly post: operations["lock_session"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is signed in, if anybody: nobody is an answer and no error, so that a page can ask before it knows. */
        readonly get: operations["read_visitor"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/methods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The ways to sign in besides a password. */
        readonly get: operations["read_sign_in_methods"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/oidc": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sends the browser to the provider. */
        readonly get: operations["begin_oidc"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/oidc/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Takes somebody in whom the provider sends back. */
        readonly get: operations["finish_oidc"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/passkey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Signs in by a passkey. Browsers get a cookie only; others the token. */
        readonly post: operations["sign_in_by_passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/passkey/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Says what a browser is to be asked to sign in by a passkey, whoever asks. */
        readonly post: operations["begin_passkey_sign_in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/second-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Finishes a sign-in by a second factor. Browsers get a cookie only; others the token. */
        readonly post: operations["finish_sign_in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/second-factor/passkey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Says what a browser is to be asked for a passkey as the second factor. */
        readonly post: operations["ask_second_factor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/unlock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Unlocks one's session. The fifth wrong PIN in a row ends it. */
        readonly post: operations["unlock_session"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/unlock/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Begins to unlock one's session by a passkey. */
        readonly post: operations["begin_unlock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The teams of the person who is signed in. */
        readonly get: operations["mine"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A team: schema, lists, members. */
        readonly get: operations["read_team"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/break-glass": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Openings of protected patients, for an owner of the team to review. Looking is journalled. */
        readonly get: operations["read_break_glass"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/commands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Does what a member commands. */
        readonly post: operations["command_team"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/ehr/probe": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Has a record say what it is and offers, before the team is connected to it. */
        readonly post: operations["probe_ehr"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/ehr/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Searches patients in the record. Criteria and hits are journalled before they leave. */
        readonly post: operations["search_ehr"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/lists/{list}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A list with its rows. The view is journalled before they leave. */
        readonly get: operations["read_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/lists/{list}/copies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Says that rows go to the clipboard. Where this is refused, nothing is copied. */
        readonly post: operations["copy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/lists/{list}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A list as a file, in the reader's language. That it leaves is journalled before it does. No text in it is a formula. */
        readonly get: operations["export_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/lists/{list}/imports/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What an import of a sheet would do: the columns with what each becomes, the rows as `import_patients` takes them, and what a
         *     person should look at first. Nothing is stored.
         */
        readonly post: operations["preview_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/lists/{list}/seen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Unmarks what others changed, for the reader alone. */
        readonly put: operations["mark_seen"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/lists/{list}/unseen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What others changed since the reader looked. */
        readonly get: operations["unseen"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/lists/{list}/widths": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The reader's widths of the columns. */
        readonly get: operations["widths"];
        /** Keeps the reader's widths of the columns. */
        readonly put: operations["set_widths"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Opens a live connection to a team. Messages: see `ClientMessage` and `ServerMessage`. */
        readonly get: operations["connect"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/patients/{patient}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A patient, whole. The view is journalled before it leaves. */
        readonly get: operations["read_patient"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/patients/{patient}/chart": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the record says of a patient, from the record or with its age. It is journalled before it leaves. */
        readonly get: operations["read_chart"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/patients/{patient}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every version of every value. Looking is journalled before it leaves. */
        readonly get: operations["history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** People who can be taken into a team. */
        readonly get: operations["directory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The process answers. */
        readonly get: operations["health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Counters, in the text format of Prometheus. */
        readonly get: operations["metrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The process can serve: its journal answers. */
        readonly get: operations["ready"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A level of consciousness.
         * @enum {string}
         */
        readonly Acvpu: "alert" | "confusion" | "voice" | "pain" | "unresponsive";
        /** @description Adds a patient of the record to the team and a list. */
        readonly AddEhrPatient: {
            /** @description The list. */
            readonly list: components["schemas"]["ListId"];
            /** @description The record's id of the patient, as a search answered it. */
            readonly ehr_id: string;
            /** @description Present, where nothing is said. */
            readonly status?: components["schemas"]["PatientStatus"];
            /** @description The answer to a duplicate warning: this is somebody else. */
            readonly distinct?: boolean;
        };
        /** @description Adds a field to the schema. */
        readonly AddField: {
            /** @description The field. */
            readonly field: components["schemas"]["NewField"];
            readonly list?: components["schemas"]["ListId"] | null;
        };
        /** @description An owner takes a user of the organization into the team. */
        readonly AddMember: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
            /** @description As what. */
            readonly role: components["schemas"]["Role"];
        };
        /** @description Adds a note. */
        readonly AddNote: {
            /** @description On whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description What. */
            readonly text: string;
        };
        /** @description Adds a patient to the team and a list. */
        readonly AddPatient: {
            /** @description The list. */
            readonly list: components["schemas"]["ListId"];
            /** @description Who the patient is. */
            readonly identity: components["schemas"]["Identity"];
            /** @description Present, where nothing is said. */
            readonly status?: components["schemas"]["PatientStatus"];
            /** @description First values. */
            readonly values?: readonly components["schemas"]["NewValue"][];
            /** @description The answer to a duplicate warning: this is somebody else. */
            readonly distinct?: boolean;
        };
        /** @description Puts a patient of the team on one more list. */
        readonly AddPatientToList: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Where. */
            readonly list: components["schemas"]["ListId"];
            /** @description The answer to the question whether more people may see the patient. */
            readonly confirm_audience?: boolean;
        };
        /**
         * @description What the patient breathes.
         * @enum {string}
         */
        readonly AirOrOxygen: "air" | "oxygen";
        /** @description Takes over the identity that the record proposes, or keeps the team's. */
        readonly AnswerEhrIdentity: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Take the record's? */
            readonly take: boolean;
        };
        /** @description Makes somebody an owner of a team, as when its last owner left the hospital. */
        readonly AppointOwner: {
            /** @description Which team. */
            readonly team: components["schemas"]["TeamId"];
            /** @description Whom. */
            readonly user: components["schemas"]["UserId"];
        };
        /** @description Hides a field everywhere; its values stay. */
        readonly ArchiveField: {
            /** @description Which. */
            readonly field: components["schemas"]["FieldId"];
        };
        /** @description Assigns a policy to a group's users with a rank, or takes the assignment back. */
        readonly AssignGroupPolicy: {
            /** @description Whom. */
            readonly group: components["schemas"]["GroupId"];
            readonly policy?: components["schemas"]["GroupPolicy"] | null;
        };
        /** @description Assigns a policy to a user, or takes the assignment back. */
        readonly AssignUserPolicy: {
            /** @description Whom. */
            readonly user: components["schemas"]["UserId"];
            readonly policy?: components["schemas"]["PolicyId"] | null;
        };
        /** @description Openings of all teams' protected patients. */
        readonly AuditedBreakGlassView: {
            /** @description Teams in which somebody opened a protected patient: those with something to review first. */
            readonly teams: readonly components["schemas"]["AuditedTeamView"][];
            /** @description How many nobody reviewed yet. */
            readonly unreviewed: number;
            /**
             * Format: date-time
             * @description When the oldest of them was.
             */
            readonly oldest_unreviewed?: string | null;
        };
        /** @description Openings of one team's protected patients. */
        readonly AuditedTeamView: {
            /** @description Those that nobody reviewed first, each oldest first. */
            readonly items: readonly components["schemas"]["BrokenGlassView"][];
            /** @description How many nobody reviewed yet. */
            readonly unreviewed: number;
            /**
             * Format: date-time
             * @description When the oldest of them was.
             */
            readonly oldest_unreviewed?: string | null;
        } & {
            /** @description The team. */
            readonly id: components["schemas"]["TeamId"];
            /** @description Its name. */
            readonly name: string;
        };
        /** @description What an authenticator app has to be told. It is shown only once. */
        readonly AuthenticatorSecret: {
            /** @description The secret, to be typed. */
            readonly secret: string;
            /** @description The same with all that belongs to it. */
            readonly uri: string;
            /** @description The same as a QR code. */
            readonly qr: components["schemas"]["Qr"];
        };
        /** @description How a policy came to somebody. */
        readonly Because: {
            /** @description Which. */
            readonly policy: components["schemas"]["PolicyId"];
            /** @enum {string} */
            readonly type: "direct";
        } | {
            /** @description Which. */
            readonly policy: components["schemas"]["PolicyId"];
            /** @description The group. */
            readonly group: components["schemas"]["GroupId"];
            /**
             * Format: int32
             * @description The group's rank.
             */
            readonly rank: number;
            /** @enum {string} */
            readonly type: "group";
        } | {
            /** @enum {string} */
            readonly type: "default";
        };
        /** @description Opens a protected patient for 60 minutes. Owners and auditors review it. */
        readonly BreakGlass: {
            /** @description Which. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description The kind of reason. */
            readonly code: components["schemas"]["BreakGlassCode"];
            /** @description The reason, in at least ten characters. */
            readonly text: string;
        };
        /**
         * @description Why somebody opens a protected patient: the kinds that compliance officers count by.
         * @enum {string}
         */
        readonly BreakGlassCode: "emergency" | "covering_colleague" | "direct_care" | "patient_request" | "other";
        /**
         * Format: uuid
         * @description One time that a protected patient was opened with a reason.
         */
        readonly BreakGlassId: string;
        /** @description Openings of a team's protected patients. */
        readonly BreakGlassView: {
            /** @description Those that nobody reviewed first, each oldest first. */
            readonly items: readonly components["schemas"]["BrokenGlassView"][];
            /** @description How many nobody reviewed yet. */
            readonly unreviewed: number;
            /**
             * Format: date-time
             * @description When the oldest of them was.
             */
            readonly oldest_unreviewed?: string | null;
        };
        /** @description A protected patient was opened. */
        readonly BrokenGlassView: {
            /** @description Its id. */
            readonly id: components["schemas"]["BreakGlassId"];
            readonly patient?: components["schemas"]["OpenedPatient"] | null;
            /** @description Who opened her. */
            readonly by: components["schemas"]["PersonView"];
            /**
             * Format: date-time
             * @description When.
             */
            readonly at: string;
            /**
             * Format: date-time
             * @description Until when they see her.
             */
            readonly until: string;
            /** @description The kind of reason. */
            readonly code: components["schemas"]["BreakGlassCode"];
            /** @description The reason. */
            readonly text: string;
            readonly review?: components["schemas"]["ReviewView"] | null;
            /** @description It is the reader's own, which somebody else reviews. */
            readonly own: boolean;
        };
        /** @description What a change was caused by, beside the change itself. */
        readonly Cause: {
            /**
             * Format: int64
             * @description The team's sequence.
             */
            readonly sequence: number;
            readonly by?: components["schemas"]["UserId"] | null;
            /** @description When. */
            readonly at: string;
        };
        /** @description What one change does to an open list. A change to a value comes as that value; any other as the whole small thing. */
        readonly Change: {
            /** @description Of whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which field; it may be none of the list's columns. */
            readonly field: components["schemas"]["FieldId"];
            /** @description The value. */
            readonly value: components["schemas"]["Value"];
            /** @description The text became of two edits. */
            readonly merged: boolean;
            /** @enum {string} */
            readonly type: "value";
        } | {
            /** @description The row. */
            readonly row: components["schemas"]["RowView"];
            /** @description What changed. */
            readonly what: components["schemas"]["RowChange"];
            readonly after?: components["schemas"]["PatientId"] | null;
            /** @enum {string} */
            readonly type: "row";
        } | {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @enum {string} */
            readonly type: "row_removed";
        } | {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            readonly after?: components["schemas"]["PatientId"] | null;
            /** @enum {string} */
            readonly type: "moved";
        } | {
            /** @description Whose row shows it; the note says on which record it was written. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description The note. */
            readonly note: components["schemas"]["NoteView"];
            /** @description How many notes there are now. */
            readonly notes: number;
            /** @enum {string} */
            readonly type: "note";
        } | {
            /** @description The list. */
            readonly header: components["schemas"]["ListHeader"];
            /** @enum {string} */
            readonly type: "list";
        } | {
            /** @enum {string} */
            readonly type: "reload";
        } | {
            /** @enum {string} */
            readonly type: "hidden";
        };
        /** @description Adds users to a group and removes others. */
        readonly ChangeGroupMembers: {
            /** @description Which group. */
            readonly group: components["schemas"]["GroupId"];
            /** @description Who comes. */
            readonly add?: readonly components["schemas"]["UserId"][];
            /** @description Who goes; who is not in it stays out. */
            readonly remove?: readonly components["schemas"]["UserId"][];
        };
        /** @description A patient's chart: each part with what became of reading it, and all that had to be left out. */
        readonly Chart: {
            /**
             * Format: date-time
             * @description When it was read from the record.
             */
            readonly as_of: string;
            /** @description Who the record says the patient is: one item. */
            readonly patient: components["schemas"]["Part_ChartPatient"];
            /** @description Where the patient is, by the newest encounter: at most one item. */
            readonly place: components["schemas"]["Part_Encounter"];
            /** @description Vital signs, newest first. */
            readonly vital_signs: components["schemas"]["Part_Observation"];
            /** @description Problems, newest first. */
            readonly conditions: components["schemas"]["Part_Condition"];
            /** @description Allergies and intolerances, newest first. */
            readonly allergies: components["schemas"]["Part_Allergy"];
            /** @description Medications ordered, newest first. */
            readonly medications: components["schemas"]["Part_Medication"];
            /** @description Insurance. */
            readonly coverage: components["schemas"]["Part_Coverage"];
            /** @description What was left out, and why. Never silently. */
            readonly issues: readonly components["schemas"]["Issue"][];
        };
        /**
         * @description What of the chart a column shows.
         * @enum {string}
         */
        readonly ChartSource: "place" | "vital_signs" | "news2" | "allergies" | "conditions" | "medications";
        /** @description What a column that is bound to the chart shows of a patient. */
        readonly ChartValue: (components["schemas"]["Part_Encounter"] & {
            /** @enum {string} */
            readonly source: "place";
        }) | (components["schemas"]["Part_Observation"] & {
            /** @enum {string} */
            readonly source: "vital_signs";
        }) | {
            readonly score?: components["schemas"]["News2"] | null;
            /** @enum {string} */
            readonly source: "news2";
        } | (components["schemas"]["Part_Allergy"] & {
            /** @enum {string} */
            readonly source: "allergies";
        }) | (components["schemas"]["Part_Condition"] & {
            /** @enum {string} */
            readonly source: "conditions";
        }) | (components["schemas"]["Part_Medication"] & {
            /** @enum {string} */
            readonly source: "medications";
        });
        /** @description A patient's chart, as the team sees it. */
        readonly ChartView: components["schemas"]["Chart"] & {
            readonly problem?: components["schemas"]["EhrProblem"] | null;
            readonly news2?: components["schemas"]["News2"] | null;
        };
        /** @description An item of a checklist. */
        readonly ChecklistItem: {
            /** @description Its id, so that a tick survives a renaming. */
            readonly id: components["schemas"]["ItemId"];
            /** @description What is to do. */
            readonly text: string;
            /** @description Whether it is done. */
            readonly done: boolean;
        };
        /** @description An option: a label, and a colour that is never alone. */
        readonly ChoiceOption: {
            /** @description Absent (0) in a command for a new option: the team gives the number. */
            readonly id?: components["schemas"]["OptionId"];
            /** @description What people read and choose. */
            readonly label: string;
            /** @description The background of the label. */
            readonly color?: components["schemas"]["Color"];
            /** @description No longer offered; values that have it keep it. */
            readonly archived?: boolean;
        };
        /** @description What a client sends. */
        readonly ClientMessage: {
            /** @description Opens a list: from the version that the client holds, or anew. */
            readonly open: components["schemas"]["Open"];
        } | {
            /** @description Closes a list. */
            readonly close: components["schemas"]["Close"];
        } | {
            /** @description Says what this person edits right now. */
            readonly presence: components["schemas"]["Editing"];
        } | {
            /** @description Says which patient's page this person has open: they hear that there is news of the patient which no open list tells. */
            readonly watch: components["schemas"]["Watch"];
        };
        /** @description Closes a list. */
        readonly Close: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
        };
        /** @description A list that is not open. */
        readonly Closed: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
            /** @description Why: `not_found` (not there, or not for this reader), `revoked` (no longer for this reader). */
            readonly code: string;
        };
        /** @description A code of an authenticator app. */
        readonly Code: {
            readonly code: string;
        };
        /** @description What a code means. */
        readonly CodeMeaning: {
            /** @description The code; without a system it is that code of any system. */
            readonly coding: components["schemas"]["Coding"];
            /** @description What it means. */
            readonly means: components["schemas"]["Acvpu"];
        };
        /** @description A code of a terminology. */
        readonly Coding: {
            /** @description The terminology's URI, as `http://loinc.org`. */
            readonly system?: string | null;
            /** @description The code. */
            readonly code: string;
        };
        /**
         * @description The palette, by name; the interface has an accessible pair of colours for each in every theme.
         * @enum {string}
         */
        readonly Color: "neutral" | "red" | "orange" | "yellow" | "green" | "blue" | "purple" | "grey";
        /** @description What a column seems to be. */
        readonly ColumnGuess: {
            /** @enum {string} */
            readonly guess: "place";
        } | {
            /** @description Which part comes first where neither capitals nor a comma tell. */
            readonly order: components["schemas"]["NameOrder"];
            /** @enum {string} */
            readonly guess: "full_name";
        } | {
            /** @enum {string} */
            readonly guess: "family";
        } | {
            /** @enum {string} */
            readonly guess: "birth_family";
        } | {
            /** @enum {string} */
            readonly guess: "given";
        } | {
            /** @enum {string} */
            readonly guess: "prefix";
        } | {
            /** @enum {string} */
            readonly guess: "sex";
        } | {
            /** @enum {string} */
            readonly guess: "birth_date";
        } | {
            /** @description Which number. */
            readonly kind: components["schemas"]["IdentifierKind"];
            /** @enum {string} */
            readonly guess: "identifier";
        } | {
            /** @enum {string} */
            readonly guess: "age";
        } | {
            /** @enum {string} */
            readonly guess: "text";
        } | {
            /** @enum {string} */
            readonly guess: "long_text";
        } | {
            /** @enum {string} */
            readonly guess: "number";
        } | {
            /** @enum {string} */
            readonly guess: "date";
        } | {
            /** @enum {string} */
            readonly guess: "date_time";
        } | {
            /** @enum {string} */
            readonly guess: "checkbox";
        } | {
            /** @description The different texts, the most frequent first. */
            readonly options: readonly string[];
            /** @enum {string} */
            readonly guess: "choice";
        } | {
            /** @enum {string} */
            readonly guess: "nothing";
        };
        /** @description The widths that somebody gave a list's columns, in CSS pixels. */
        readonly ColumnWidths: {
            /** @description By field. */
            readonly widths: {
                readonly [key: string]: number;
            };
            /**
             * Format: int32
             * @description Of the column that says who the patient is, which is no field.
             */
            readonly identity?: number | null;
        };
        /** @description What a command did, as its sender is told. */
        readonly CommandAnswer: {
            /**
             * Format: int64
             * @description The sequence of the last change that it made; where it changed nothing, the team's.
             */
            readonly sequence: number;
            readonly list?: components["schemas"]["ListId"] | null;
            readonly patient?: components["schemas"]["PatientId"] | null;
            readonly field?: components["schemas"]["FieldId"] | null;
            readonly note?: components["schemas"]["NoteId"] | null;
            readonly import?: components["schemas"]["ImportId"] | null;
            /** @description The text became of two edits. */
            readonly merged?: boolean;
        };
        /**
         * Format: uuid
         * @description A command, made by the client as a UUID version 7.
         */
        readonly CommandId: string;
        /** @description A component of an observation. */
        readonly Component: {
            /** @description What was observed. */
            readonly what: components["schemas"]["Concept"];
            readonly value?: components["schemas"]["Measured"] | null;
        };
        /** @description What a thing is called and coded as. */
        readonly Concept: {
            /** @description Its name, for a person to read: its text or a code's display (which first, says ehr-interface.md by resource), else a code. */
            readonly text: string;
            /** @description Its codes, in the record's order. */
            readonly codings?: readonly components["schemas"]["Coding"][];
        };
        /** @description Proves that its person is there who changes how they sign in. */
        readonly Confirmation: {
            /** @description The password; may be left out where there is none and one signed in within the last ten minutes. */
            readonly password?: string;
        };
        /** @description Both sides of a change that came too late. */
        readonly Conflict: {
            /** @description The patient. */
            readonly patient: components["schemas"]["PatientId"];
            readonly field?: components["schemas"]["FieldId"] | null;
            readonly note?: components["schemas"]["NoteId"] | null;
            /** @description What is there now: a value, a note's text or an identity. */
            readonly theirs: components["schemas"]["Content"];
            /** @description What was refused. */
            readonly yours: components["schemas"]["Content"];
            /** @description Who changed it. */
            readonly by: components["schemas"]["UserId"];
            /** @description When. */
            readonly at: string;
            /**
             * Format: int64
             * @description What to base a new decision on.
             */
            readonly revision: number;
        };
        /** @description Which observations say how conscious a patient is, and what their values mean. What it does not name is missing. */
        readonly ConsciousnessMap: {
            /** @description The codes of the observations. */
            readonly observations: readonly components["schemas"]["Coding"][];
            /** @description What a coded value means. Codes are looked at before words. */
            readonly codes: readonly components["schemas"]["CodeMeaning"][];
            /** @description What words mean, whatever their case and spaces. */
            readonly texts: readonly components["schemas"]["TextMeaning"][];
        };
        readonly Content: components["schemas"]["Value"] | components["schemas"]["Identity"];
        /** @description Rows that were copied. */
        readonly CopyRequest: {
            /** @description The patients of the rows. */
            readonly patients: readonly components["schemas"]["PatientId"][];
        };
        /** @description Makes a group. */
        readonly CreateGroup: {
            /** @description Its name. */
            readonly name: string;
            /** @description Who says who is in it. */
            readonly source?: components["schemas"]["GroupSource"];
            /** @description The id that the hospital's directory, or a claim, knows it by. */
            readonly external_id?: string | null;
            /** @description Who is in it from the start. */
            readonly members?: readonly components["schemas"]["UserId"][];
        };
        /** @description Makes a list. */
        readonly CreateList: {
            /** @description Its name; names of lists that one sees differ. */
            readonly name: string;
            /** @description Fields to show; absent means all that the default list shows. */
            readonly columns?: readonly components["schemas"]["FieldId"][] | null;
            /** @description Members it is limited to, the creator always among them; absent means the whole team. */
            readonly members?: readonly components["schemas"]["UserId"][] | null;
        };
        /** @description Makes a policy beside the default. */
        readonly CreatePolicy: {
            /** @description Its name. */
            readonly name: string;
            /** @description What it says. */
            readonly rules: components["schemas"]["PolicyRules"];
        };
        /** @description Makes a team with its first owner. */
        readonly CreateTeam: {
            /** @description Its name. */
            readonly name: string;
            /** @description Who owns it first. */
            readonly owner: components["schemas"]["UserId"];
            /** @description IANA time zone of its days and shifts; UTC where nothing is said. */
            readonly time_zone?: string;
        };
        /** @description Makes an account. Without a password, the answer holds a one-time link with which the person sets their own. */
        readonly CreateUser: {
            /** @description The name to sign in with. */
            readonly user: string;
            /** @description The name that others see. */
            readonly name: string;
            /** @description The language to address them in. */
            readonly language?: components["schemas"]["Language"];
            /** @description May make users and teams. */
            readonly administrator?: boolean;
            /** @description May search the audit. */
            readonly auditor?: boolean;
            /** @description May be taken into discovery cases. */
            readonly discovery?: boolean;
            /** @description Whom identity providers know them as. */
            readonly identities?: readonly components["schemas"]["ExternalIdentity"][];
            /** @description The id that the hospital's directory knows them by. */
            readonly external_id?: string | null;
            readonly password?: components["schemas"]["Secret"] | null;
        };
        /** @description Name and password. */
        readonly Credentials: {
            /** @description The name to sign in with. */
            readonly user: string;
            /** @description The password. */
            readonly password: string;
        };
        /**
         * @description Which of two numbers is the day.
         * @enum {string}
         */
        readonly DateOrder: "day_first" | "month_first";
        /** @description What the dates of a column say about their order. */
        readonly DateOrderFinding: {
            /** @description At least one date can only be read this way, and none only the other way; or a person said so. */
            readonly order: components["schemas"]["DateOrder"];
            /** @enum {string} */
            readonly finding: "proved";
        } | {
            /** @description No date proves anything. */
            readonly order: components["schemas"]["DateOrder"];
            /** @enum {string} */
            readonly finding: "assumed";
        } | {
            /** @enum {string} */
            readonly finding: "contradictory";
        };
        /** @description Whether the patient has died. */
        readonly Deceased: {
            /** @description Has died. */
            readonly is: boolean;
            /** @description When, where known. */
            readonly at?: string | null;
        };
        /** @description Deletes a group. Who was a member of a team by it is so no longer. */
        readonly DeleteGroup: {
            /** @description Which. */
            readonly group: components["schemas"]["GroupId"];
        };
        /** @description Hides a list; its patients stay in the team. */
        readonly DeleteList: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
        };
        /** @description Hides a note. */
        readonly DeleteNote: {
            /** @description On whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which. */
            readonly note: components["schemas"]["NoteId"];
        };
        /** @description Deletes a policy that is assigned to nobody. */
        readonly DeletePolicy: {
            /** @description Which. */
            readonly policy: components["schemas"]["PolicyId"];
        };
        /**
         * @description What separates cells.
         * @enum {string}
         */
        readonly Delimiter: "comma" | "semicolon" | "tab" | "pipe";
        /** @description What changed. */
        readonly Detail: {
            /** @description Which field. */
            readonly field: components["schemas"]["FieldId"];
            /** @description From then on. */
            readonly value: components["schemas"]["Value"];
            /** @description The text became of two edits. */
            readonly merged: boolean;
            /** @description It took the change before back. */
            readonly undo: boolean;
            /** @enum {string} */
            readonly type: "value";
        } | {
            /** @description From then on. */
            readonly identity: components["schemas"]["Identity"];
            /** @enum {string} */
            readonly type: "identity";
        } | {
            /** @description The identity. */
            readonly identity: components["schemas"]["Identity"];
            readonly list?: components["schemas"]["ListId"] | null;
            /** @description First values. */
            readonly values: readonly (readonly [
                string,
                null | string | boolean | number | readonly number[] | readonly components["schemas"]["ChecklistItem"][] | components["schemas"]["ChartValue"]
            ])[];
            /** @enum {string} */
            readonly type: "added";
        } | {
            readonly to?: components["schemas"]["ListId"] | null;
            readonly from?: components["schemas"]["ListId"] | null;
            /** @enum {string} */
            readonly type: "lists";
        } | {
            /** @description From then on. */
            readonly status: components["schemas"]["PatientStatus"];
            /** @enum {string} */
            readonly type: "status";
        } | {
            readonly field?: components["schemas"]["FieldId"] | null;
            /** @description Why; null means it was taken away. */
            readonly reason?: string | null;
            /** @enum {string} */
            readonly type: "highlight";
        } | {
            /** @description Which. */
            readonly note: components["schemas"]["NoteId"];
            /** @description The text from then on; null where it was hidden or brought back. */
            readonly text?: string | null;
            /** @enum {string} */
            readonly type: "note";
        } | {
            /** @description The record's id of the patient from then on; null where the link ended. */
            readonly ehr_id?: string | null;
            /** @enum {string} */
            readonly type: "link";
        } | {
            /** @description Scale 2; else scale 1. */
            readonly scale_2: boolean;
            /** @enum {string} */
            readonly type: "spo2_scale";
        } | {
            /** @description Protected? */
            readonly sensitive: boolean;
            /** @description Why. */
            readonly reason: string;
            /** @enum {string} */
            readonly type: "sensitive";
        } | {
            /** @description Everybody who is from then on. */
            readonly users: readonly components["schemas"]["UserId"][];
            /** @enum {string} */
            readonly type: "responsible";
        } | {
            readonly proposed?: components["schemas"]["ProposedIdentity"] | null;
            /** @description Somebody took it over (true) or kept the team's (false); null while nobody had decided. */
            readonly taken?: boolean | null;
            /** @enum {string} */
            readonly type: "proposal";
        } | {
            readonly other?: components["schemas"]["PatientId"] | null;
            /** @description Values that this record got from the other one, or gave back. */
            readonly values: readonly (readonly [
                string,
                null | string | boolean | number | readonly number[] | readonly components["schemas"]["ChecklistItem"][] | components["schemas"]["ChartValue"]
            ])[];
            /** @enum {string} */
            readonly type: "merge";
        };
        /** @description Somebody who can be taken into a team. */
        readonly DirectoryEntry: {
            /** @description Who. */
            readonly id: components["schemas"]["UserId"];
            /** @description The name that others see. */
            readonly name: string;
            /** @description The name they sign in with, to tell people of the same name apart. */
            readonly user: string;
        };
        /** @description People who can be taken into a team. */
        readonly DirectoryView: {
            /** @description By name. */
            readonly users: readonly components["schemas"]["DirectoryEntry"][];
        };
        /** @description Closes an account: no sign-in, all sessions end. */
        readonly DisableUser: {
            /** @description Whose. */
            readonly user: components["schemas"]["UserId"];
        };
        /** @description The answer to a duplicate warning for a row of an import. */
        readonly DuplicateAnswer: {
            /** @enum {string} */
            readonly answer: "distinct";
        } | {
            /** @description The patient of the team. */
            readonly patient: components["schemas"]["PatientId"];
            /** @enum {string} */
            readonly answer: "same";
        };
        /** @description A patient who may be the one that is being added. */
        readonly DuplicateCandidate: {
            /** @description The patient. */
            readonly id: components["schemas"]["PatientId"];
            /** @description Their identity, to compare. */
            readonly identity: components["schemas"]["Identity"];
            /** @description The lists they are on, of those that the user sees. */
            readonly lists: readonly components["schemas"]["ListId"][];
        };
        /** @description Whom a row may be. The import asks for an answer to it. */
        readonly DuplicateWarning: {
            /** @description Patients of the team whom the caller sees. */
            readonly patients: readonly components["schemas"]["DuplicateCandidate"][];
            /** @description Another patient of the team, on a list that the caller may not see: ask an owner. */
            readonly hidden: boolean;
            /**
             * Format: int32
             * @description The number of an earlier row of the sheet.
             */
            readonly earlier_row?: number | null;
        };
        /** @description Changes a note's text; earlier versions are kept. */
        readonly EditNote: {
            /** @description On whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which. */
            readonly note: components["schemas"]["NoteId"];
            /** @description The whole text as it is to be. */
            readonly text: string;
            /**
             * Format: int64
             * @description The newest sequence that was applied when the edit began.
             */
            readonly based_on: number;
        };
        /** @description Changes a patient's identity. */
        readonly EditPatient: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description The whole identity as it is to be. */
            readonly identity: components["schemas"]["Identity"];
            /**
             * Format: int64
             * @description The newest sequence that was applied when the edit began.
             */
            readonly based_on: number;
        };
        /** @description A value that somebody edits. */
        readonly EditedCell: {
            /** @description Of whom. */
            readonly patient: components["schemas"]["PatientId"];
            readonly field?: components["schemas"]["FieldId"] | null;
        };
        /** @description What somebody edits; without patient, nothing. */
        readonly Editing: {
            /** @description On which open list. */
            readonly list: components["schemas"]["ListId"];
            readonly patient?: components["schemas"]["PatientId"] | null;
            readonly field?: components["schemas"]["FieldId"] | null;
        };
        /** @description The one policy of a user, why it is theirs, and which others were passed over for it. */
        readonly EffectivePolicy: {
            /** @description Why. */
            readonly because: components["schemas"]["Because"];
            /** @description What it says. */
            readonly rules: components["schemas"]["PolicyRules"];
            /** @description The assignments that it beats, the next best first; the default is always the last. */
            readonly passed_over: readonly components["schemas"]["Because"][];
        };
        /** @description How the product proves to the record who it is: between applications, never as a user. */
        readonly EhrAuth: {
            /** @enum {string} */
            readonly type: "none";
        } | {
            /** @description The client that the organization registered. */
            readonly client_id: string;
            /** @description Its secret. Absent keeps the one that the connection has. It is sealed apart and never shown again. */
            readonly client_secret?: string | null;
            /** @description The scope, with the organization's tenant in it, by which an interop partner finds the provider. */
            readonly scope?: string | null;
            /** @enum {string} */
            readonly type: "client_credentials";
        } | {
            /** @description The client that the organization registered. */
            readonly client_id: string;
            /** @description The scopes; absent asks for reading all that the chart shows. */
            readonly scope?: string | null;
            /** @description The signature's algorithm; absent is ES384. */
            readonly algorithm?: components["schemas"]["SigningAlgorithm"];
            /** @enum {string} */
            readonly type: "private_key_jwt";
        };
        /** @description A team's connection to the hospital's record. It never shows a secret. */
        readonly EhrConnectionView: {
            /** @description What the team calls it. */
            readonly name: string;
            /** @description The FHIR base. */
            readonly url: string;
            readonly auth?: components["schemas"]["EhrAuth"] | null;
            /** @description The FHIR version that it said. */
            readonly fhir_version: string;
            /** @description Who set it, and when. */
            readonly set: components["schemas"]["Trace"];
        };
        /** @description A patient of the record. */
        readonly EhrHit: {
            /** @description The record's id of the patient. */
            readonly id: string;
            /** @description Who they are. */
            readonly identity: components["schemas"]["Identity"];
            readonly known?: components["schemas"]["SeenPatient"] | null;
        };
        /** @description A patient's link to the hospital's record. */
        readonly EhrLinkView: {
            /** @description The record's id of the patient. */
            readonly ehr_id: string;
            /** @description Who linked them, and when. */
            readonly linked: components["schemas"]["Trace"];
            /** @description The link is to a record that the team is no longer connected to: no chart is read by it. */
            readonly stale: boolean;
            readonly proposed?: components["schemas"]["ProposedIdentity"] | null;
        };
        /** @description A record to look at before connecting to it. */
        readonly EhrProbe: {
            /** @description The FHIR base. */
            readonly url: string;
            /** @description How we would say who we are. A secret that is left out is the one that the connection has. */
            readonly auth: components["schemas"]["EhrAuth"];
        };
        /** @description Why a record could not be asked, or said nothing that can be read. It holds nothing of a patient and no secret. */
        readonly EhrProblem: {
            /** @description The host. */
            readonly host: string;
            /** @enum {string} */
            readonly code: "not_allowed";
        } | {
            /** @enum {string} */
            readonly code: "unreachable";
        } | {
            /** @enum {string} */
            readonly code: "too_slow";
        } | {
            /** @enum {string} */
            readonly code: "too_large";
        } | {
            /** @enum {string} */
            readonly code: "not_fhir";
        } | {
            /** @description The version, as the server says. */
            readonly said: string;
            /** @enum {string} */
            readonly code: "unsupported_version";
        } | {
            /** @enum {string} */
            readonly code: "not_permitted";
        } | {
            /** @description What it said. */
            readonly said?: string | null;
            /** @enum {string} */
            readonly code: "authentication_failed";
        } | {
            /**
             * Format: int64
             * @description How long.
             */
            readonly seconds: number;
            /** @enum {string} */
            readonly code: "rate_limited";
        } | {
            /**
             * Format: int64
             * @description In how long.
             */
            readonly seconds: number;
            /** @enum {string} */
            readonly code: "away";
        } | {
            /**
             * Format: int32
             * @description The HTTP status.
             */
            readonly status: number;
            /** @enum {string} */
            readonly code: "server_error";
        } | {
            /** @enum {string} */
            readonly code: "not_there";
        } | {
            /** @enum {string} */
            readonly code: "sealed";
        };
        /** @description A search of the record: a medical record number, or an id, or at least three of the names, the birth date and the sex, with the birth date. */
        readonly EhrSearch: {
            /** @description A part of the family name. */
            readonly family?: string | null;
            /** @description A part of the given name. */
            readonly given?: string | null;
            /**
             * @description The whole birth date.
             * @example 1945-07-14
             */
            readonly birth_date?: string | null;
            readonly sex?: components["schemas"]["Sex"] | null;
            /** @description The medical record number. */
            readonly mrn?: string | null;
            /** @description The record's id of the patient. */
            readonly id?: string | null;
            /** @description Why, where somebody searches often. */
            readonly reason?: string | null;
        };
        /** @description What a search found. */
        readonly EhrSearchAnswer: {
            /**
             * Format: int64
             * @description How many there are, where the record says.
             */
            readonly total?: number | null;
            /** @description There are more than are shown: narrow the search. */
            readonly has_more: boolean;
            /** @description Those that are shown. */
            readonly patients: readonly components["schemas"]["EhrHit"][];
        };
        /** @description Opens an account again. */
        readonly EnableUser: {
            /** @description Whose. */
            readonly user: components["schemas"]["UserId"];
        };
        /** @description Sets a password by a one-time link. */
        readonly EnrolmentRequest: {
            /** @description What stands after the `#` of the link. */
            readonly token: string;
            /** @description The password from now on. */
            readonly password: string;
            /** @description Of the first administrator: the name to sign in with. */
            readonly user?: string | null;
            /** @description Of the first administrator: the name that others see. */
            readonly name?: string | null;
            /** @description Of the first administrator: the language to address them in. */
            readonly language?: components["schemas"]["Language"];
        };
        /**
         * @description The format of an exported list.
         * @enum {string}
         */
        readonly ExportFormat: "csv" | "xlsx";
        /** @description Whom an identity provider knows somebody as. */
        readonly ExternalIdentity: {
            /** @description The provider: the `iss` of its tokens. */
            readonly issuer: string;
            /** @description The person there: `sub`, and with Entra the object id. */
            readonly subject: string;
        };
        /** @description A field of a team's patient schema: what the team keeps about a patient, shown as a column where a list chooses it. */
        readonly Field: components["schemas"]["FieldType"] & {
            /** @description Its id, for ever. */
            readonly id: components["schemas"]["FieldId"];
            /** @description The name above the column. */
            readonly name: string;
            /** @description Only owners change its values and the field itself. */
            readonly locked?: boolean;
            /** @description Hidden from lists and editing; its values stay. */
            readonly archived?: boolean;
        };
        /**
         * Format: uuid
         * @description A field of a team's patient schema.
         */
        readonly FieldId: string;
        /** @description A field that values go to. */
        readonly FieldTarget: {
            /** @description One of the team's fields. */
            readonly id: components["schemas"]["FieldId"];
        } | {
            /** @description A field that the import makes. */
            readonly new: components["schemas"]["NewField"];
        };
        /** @description What a field holds. */
        readonly FieldType: {
            /** @enum {string} */
            readonly type: "short_text";
        } | {
            /** @enum {string} */
            readonly type: "long_text";
        } | {
            /** @description Unit shown beside the number, as "mmol/L" (UCUM where there is one). */
            readonly unit?: string | null;
            /** @enum {string} */
            readonly type: "number";
        } | {
            /** @description The options, in their order. */
            readonly options: readonly components["schemas"]["ChoiceOption"][];
            /** @enum {string} */
            readonly type: "choice";
        } | {
            /** @description The options, in their order. */
            readonly options: readonly components["schemas"]["ChoiceOption"][];
            /** @enum {string} */
            readonly type: "choices";
        } | {
            /** @enum {string} */
            readonly type: "checkbox";
        } | {
            /** @enum {string} */
            readonly type: "date";
        } | {
            /** @enum {string} */
            readonly type: "date_time";
        } | {
            /** @enum {string} */
            readonly type: "member";
        } | {
            /** @enum {string} */
            readonly type: "place";
        } | {
            /** @enum {string} */
            readonly type: "checklist";
        } | {
            /** @description What of the chart. */
            readonly source: components["schemas"]["ChartSource"];
            /** @enum {string} */
            readonly type: "chart";
        };
        /**
         * @description The name of a field type, as a command has it.
         * @enum {string}
         */
        readonly FieldTypeName: "short_text" | "long_text" | "number" | "choice" | "choices" | "checkbox" | "date" | "date_time" | "member" | "place" | "checklist" | "chart";
        /**
         * @description What a policy forbids.
         * @enum {string}
         */
        readonly Forbidden: "use" | "install" | "manual_mode" | "ehr_mode" | "export";
        /** @description What a record says of itself. */
        readonly Found: {
            /** @description The server's software, as it says. */
            readonly software?: string | null;
            /** @description The FHIR version, as it says. */
            readonly fhir_version: string;
            /** @description The types of resources that it offers. */
            readonly resources: readonly string[];
            /** @description Whether several questions go in one request. */
            readonly batch: boolean;
            /** @description How it wants to be told who asks: the names of its security services, or none. */
            readonly security: readonly string[];
            /** @description Where it hands out tokens. */
            readonly token_url?: string | null;
            /** @description Whether we were let in with what was given: null where nothing was to be tried. */
            readonly signed_in?: boolean | null;
            /** @description Each part of the chart: whether the record offers it. */
            readonly parts: readonly components["schemas"]["FoundPart"][];
        };
        /** @description A column of a sheet. */
        readonly FoundColumn: {
            /** @description The header's text, empty where there is none. */
            readonly header: string;
            /** @description What it seems to be. */
            readonly guess: components["schemas"]["ColumnGuess"];
            /** @description The first few different texts in it. */
            readonly samples: readonly string[];
            /** @description In how many rows of patients it has something. */
            readonly filled: number;
            readonly date_order?: components["schemas"]["DateOrderFinding"] | null;
            readonly locked?: components["schemas"]["LockedField"] | null;
        };
        /** @description Whether a record offers a part of the chart. */
        readonly FoundPart: {
            /** @description The part. */
            readonly part: components["schemas"]["PartName"];
            /** @description Offered? */
            readonly offered: boolean;
            /** @description Resource types or search parameters that are missing for it. */
            readonly missing: readonly string[];
        };
        /** @description A sheet of a file. */
        readonly FoundSheet: {
            /** @description Its name; of a CSV the file's. */
            readonly name: string;
            /** @description Whether the workbook hides it. */
            readonly hidden: boolean;
            /** @description Rows that have something in them. */
            readonly rows: number;
        };
        /**
         * Format: uuid
         * @description A group of users.
         */
        readonly GroupId: string;
        /** @description The policy of a group's members. */
        readonly GroupPolicy: {
            /** @description Which. */
            readonly policy: components["schemas"]["PolicyId"];
            /**
             * Format: int32
             * @description Where somebody is in several groups, the smallest rank is theirs. No two groups have the same.
             */
            readonly rank: number;
        };
        /**
         * @description Who says who is in a group.
         * @enum {string}
         */
        readonly GroupSource: "hand" | "scim" | "claims";
        /** @description A group of users. */
        readonly GroupView: {
            /** @description Its id. */
            readonly id: components["schemas"]["GroupId"];
            /** @description Its name. */
            readonly name: string;
            /** @description Who says who is in it. */
            readonly source: components["schemas"]["GroupSource"];
            /** @description The id that the hospital's directory knows it by. */
            readonly external_id?: string | null;
            /** @description Who is in it. */
            readonly members: readonly components["schemas"]["UserId"][];
            readonly policy?: components["schemas"]["GroupPolicy"] | null;
        };
        /** @description Where a person says that the header stands. */
        readonly HeaderAt: "nowhere" | {
            /**
             * Format: int32
             * @description On the row with this number.
             */
            readonly row: number;
        };
        /** @description Marks a patient or a value as what the round must not miss. */
        readonly Highlight: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            readonly field?: components["schemas"]["FieldId"] | null;
            /** @description Why. */
            readonly reason: string;
        };
        /** @description A highlight on a patient or a value. */
        readonly HighlightMark: components["schemas"]["Trace"] & {
            readonly field?: components["schemas"]["FieldId"] | null;
            /** @description Why. */
            readonly reason: string;
        };
        /** @description One change of a patient. */
        readonly HistoryItem: components["schemas"]["Trace"] & components["schemas"]["Detail"] & {
            /** @description What was done. */
            readonly operation: components["schemas"]["Operation"];
        };
        /** @description A patient's changes, newest first. */
        readonly HistoryView: {
            /** @description Every version of every value and note. */
            readonly items: readonly components["schemas"]["HistoryItem"][];
        };
        /** @description A number that names a patient in some system. */
        readonly Identifier: {
            /** @description Its kind, a code of HL7 v2 table 0203: `MR` is the medical record number, `NI` or `NH` a national number. */
            readonly type: string;
            /** @description Who gives the number (a URI or a name), where known. */
            readonly system?: string | null;
            /** @description The number as written. */
            readonly value: string;
        };
        /**
         * @description What kind of number it is.
         * @enum {string}
         */
        readonly IdentifierKind: "mrn" | "nhs" | "ins" | "visit" | "other";
        /** @description A patient's identity. Parts that are not known are absent, never blank. It has no `Debug`: it names a person. */
        readonly Identity: {
            /** @description Family name. */
            readonly family?: string | null;
            /** @description Given name or names, in their order. */
            readonly given?: string | null;
            /** @description Title, as "Mr" or "Dr". */
            readonly prefix?: string | null;
            readonly sex?: components["schemas"]["Sex"] | null;
            /**
             * @description Birth date, as far as it is known.
             * @example 1945-07-14
             */
            readonly birth_date?: string | null;
            /** @description Numbers that name the patient: medical record number, national number. */
            readonly identifiers?: readonly components["schemas"]["Identifier"][];
        };
        /**
         * Format: uuid
         * @description One import of a sheet.
         */
        readonly ImportId: string;
        /** @description Something that a person should know about a row. */
        readonly ImportIssue: {
            /**
             * Format: int32
             * @description The row's number, as the person's spreadsheet program has it.
             */
            readonly row: number;
            /** @description The column's index, where it is about one cell. */
            readonly column?: number | null;
            /** @description How the cell begins. */
            readonly cell?: string | null;
            /** @description What it did. */
            readonly effect: components["schemas"]["IssueEffect"];
            /** @description What it is. */
            readonly reason: components["schemas"]["IssueReason"];
        };
        /** @description What each column becomes, and how rows are taken apart. */
        readonly ImportMapping: {
            /** @description By the column's index; a column beyond the end is ignored. */
            readonly columns: readonly components["schemas"]["ImportTarget"][];
            readonly birth_name?: components["schemas"]["FieldTarget"] | null;
            /** @description Whether a patient without a place has that of the row above. */
            readonly fill_places?: boolean;
            /** @description Whether a cell with several names on its lines is several patients. */
            readonly split_lines?: boolean;
        };
        /** @description Takes a sheet's patients in, as one step that can be undone. */
        readonly ImportPatients: {
            /** @description The list they go to. */
            readonly list: components["schemas"]["ListId"];
            /** @description Fields to make first. */
            readonly fields?: readonly components["schemas"]["NewField"][];
            /** @description The patients. */
            readonly rows: readonly components["schemas"]["ImportRow"][];
            /** @description The answer to the question whether more people may see patients whom the team has already. */
            readonly confirm_audience?: boolean;
        };
        /** @description A sheet as the import would take it. Nothing of it is stored. */
        readonly ImportPreview: {
            /** @description The sheets of the file. */
            readonly sheets: readonly components["schemas"]["FoundSheet"][];
            /** @description The index of the one that was read. */
            readonly sheet: number;
            /** @description How it is stored. */
            readonly source: components["schemas"]["SheetSource"];
            /**
             * Format: int32
             * @description The number of the header's row, where there is one.
             */
            readonly header_row?: number | null;
            /** @description Its columns. */
            readonly columns: readonly components["schemas"]["FoundColumn"][];
            /** @description What each column becomes: as the caller said, or as proposed. Corrected, it can be sent again. */
            readonly mapping: components["schemas"]["ImportMapping"];
            /** @description The fields to make: `import_patients` takes them as they are. */
            readonly fields: readonly components["schemas"]["NewField"][];
            /** @description The patients, in the order of the sheet. */
            readonly rows: readonly components["schemas"]["PreviewRow"][];
            /** @description What a person should look at, in the order of the sheet. */
            readonly issues: readonly components["schemas"]["ImportIssue"][];
            /** @description How many issues there are besides. */
            readonly more_issues: number;
            /** @description Rows that are no patients. */
            readonly skipped: readonly components["schemas"]["SkippedRows"][];
        };
        /** @description One patient of an import. */
        readonly ImportRow: {
            /** @description Who the patient is. */
            readonly identity: components["schemas"]["Identity"];
            readonly status?: components["schemas"]["PatientStatus"] | null;
            /** @description Values of fields that exist. */
            readonly values?: readonly components["schemas"]["NewValue"][];
            /** @description Values of fields that the import makes. */
            readonly new_values?: readonly components["schemas"]["NewFieldValue"][];
            readonly duplicate?: components["schemas"]["DuplicateAnswer"] | null;
        };
        /** @description What a column becomes. */
        readonly ImportTarget: {
            /** @enum {string} */
            readonly to: "ignored";
        } | {
            /** @enum {string} */
            readonly to: "place";
        } | {
            /** @description Which part comes first where neither capitals nor a comma tell. */
            readonly order: components["schemas"]["NameOrder"];
            /** @enum {string} */
            readonly to: "full_name";
        } | {
            /** @enum {string} */
            readonly to: "family";
        } | {
            /** @enum {string} */
            readonly to: "birth_family";
        } | {
            /** @enum {string} */
            readonly to: "given";
        } | {
            /** @enum {string} */
            readonly to: "prefix";
        } | {
            /** @enum {string} */
            readonly to: "sex";
        } | {
            readonly order?: components["schemas"]["DateOrder"] | null;
            /** @enum {string} */
            readonly to: "birth_date";
        } | {
            /** @description Which number. */
            readonly kind: components["schemas"]["IdentifierKind"];
            /** @enum {string} */
            readonly to: "identifier";
        } | {
            /** @enum {string} */
            readonly to: "age";
        } | {
            /** @enum {string} */
            readonly to: "status";
        } | {
            /** @description Which. */
            readonly field: components["schemas"]["FieldTarget"];
            readonly order?: components["schemas"]["DateOrder"] | null;
            /** @enum {string} */
            readonly to: "field";
        };
        /** @description An import that can be undone. */
        readonly ImportView: {
            /** @description Its id. */
            readonly id: components["schemas"]["ImportId"];
            /** @description The list. */
            readonly list: components["schemas"]["ListId"];
            /** @description Who, and when. */
            readonly done: components["schemas"]["Trace"];
            /** @description How many patients it brought. */
            readonly patients: number;
        };
        /** @description First run: makes the schema and a default list. Any member may. */
        readonly InstallApp: {
            /** @description Typed by the team, or fed from the record. */
            readonly mode: components["schemas"]["Mode"];
        };
        /**
         * @description Who may install the app in a team of theirs.
         * @enum {string}
         */
        readonly Installers: "members" | "owners";
        /** @description Something of the record that is not shown, or shown in part. */
        readonly Issue: {
            /** @description Where. */
            readonly part: components["schemas"]["PartName"];
            /** @description What. */
            readonly kind: components["schemas"]["IssueKind"];
            /** @description The element in FHIR's own path notation, as `Observation.effectiveDateTime`; never a value of the patient's. */
            readonly element?: string | null;
            /**
             * Format: int32
             * @description How often.
             */
            readonly count: number;
            /** @description What the server itself said (an OperationOutcome's text, an HTTP status), plain text of at most 200 characters. */
            readonly said?: string | null;
        };
        /**
         * @description What an issue did to the import.
         * @enum {string}
         */
        readonly IssueEffect: "line_left_out" | "value_left_out" | "noted";
        /** @description Makes a one-time link with which a person sets a new password. */
        readonly IssueEnrolment: {
            /** @description Whose. */
            readonly user: components["schemas"]["UserId"];
        };
        /**
         * @description Why something of the record is not shown.
         * @enum {string}
         */
        readonly IssueKind: "other_patient" | "unknown_patient" | "unreadable_resource" | "unreadable_element" | "entered_in_error" | "unexpected_resource" | "truncated" | "server_said" | "no_answer";
        /** @description What can be wrong or worth knowing. The interface words it. */
        readonly IssueReason: components["schemas"]["SheetIssueKind"] | components["schemas"]["TeamIssueKind"];
        /** @description A token that was made. */
        readonly IssuedProvisioningToken: components["schemas"]["ProvisioningTokenView"] & {
            /** @description The token itself. It is shown only once. */
            readonly token: string;
        };
        /**
         * Format: uuid
         * @description An item of a checklist value.
         */
        readonly ItemId: string;
        /** @description An owner adds themselves to a limited list that they do not see; its members are shown that. */
        readonly JoinList: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
        };
        /**
         * @description A language of the interface.
         * @enum {string}
         */
        readonly Language: "en" | "fr";
        /** @description What a one-time link is for. */
        readonly Link: {
            /** @enum {string} */
            readonly kind: "first_administrator";
        } | {
            /** @description The name they sign in with. */
            readonly user: string;
            /** @description The name that others see. */
            readonly name: string;
            /** @description The language they are addressed in. */
            readonly language: components["schemas"]["Language"];
            /** @enum {string} */
            readonly kind: "user";
        };
        /** @description Makes a group's users members of a team, for as long as they are in the group. */
        readonly LinkGroupToTeam: {
            /** @description Which team. */
            readonly team: components["schemas"]["TeamId"];
            /** @description Which group. */
            readonly group: components["schemas"]["GroupId"];
            /** @description What its users are in the team. */
            readonly role: components["schemas"]["Role"];
        };
        /** @description Says that a person of an identity provider is this user. */
        readonly LinkIdentity: {
            /** @description Whose account. */
            readonly user: components["schemas"]["UserId"];
            /** @description The provider: the `iss` of its tokens. */
            readonly issuer: string;
            /** @description The person there: `sub`, and with Entra the object id. */
            readonly subject: string;
        };
        /** @description Says that a patient of the team is this one of the record. */
        readonly LinkPatient: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description The record's id of the patient. */
            readonly ehr_id: string;
            /** @description The answer to the question whether the two identities are one person's. */
            readonly confirm_identity?: boolean;
        };
        /** @description A one-time link's token. */
        readonly LinkToken: {
            /** @description What stands after the `#` of the link. */
            readonly token: string;
        };
        /** @description One change of an open list. */
        readonly ListChange: components["schemas"]["Cause"] & components["schemas"]["Change"] & {
            /** @description Which list. */
            readonly list: components["schemas"]["ListId"];
            /**
             * Format: int64
             * @description Its version after the change: the last one + 1.
             */
            readonly version: number;
            readonly command?: components["schemas"]["CommandId"] | null;
        };
        /** @description What a list is, without its rows. */
        readonly ListHeader: {
            /** @description Its id. */
            readonly id: components["schemas"]["ListId"];
            /** @description Its name. */
            readonly name: string;
            /**
             * Format: int64
             * @description Counts its readers' changes.
             */
            readonly version: number;
            /** @description Whether it opens first. */
            readonly default: boolean;
            /** @description The order that everybody sees first. */
            readonly order: components["schemas"]["ListOrder"];
            /** @description The fields chosen as columns; archived ones are not shown. */
            readonly columns: readonly components["schemas"]["FieldId"][];
            /** @description Members it is limited to; null means the whole team. */
            readonly members?: readonly components["schemas"]["UserId"][] | null;
            /** @description How many patients are on it. */
            readonly patients: number;
        };
        /**
         * Format: uuid
         * @description A list of patients in a team.
         */
        readonly ListId: string;
        /**
         * @description How a list is ordered for everybody.
         * @enum {string}
         */
        readonly ListOrder: "place" | "manual";
        /** @description A list with its rows. */
        readonly ListView: {
            /**
             * Format: int64
             * @description The team's sequence.
             */
            readonly sequence: number;
            /**
             * Format: int64
             * @description The list's version.
             */
            readonly version: number;
            /** @description What the list is. */
            readonly list: components["schemas"]["ListHeader"];
            /** @description The fields it shows: the place first, then its columns. */
            readonly fields: readonly components["schemas"]["Field"][];
            /** @description Its patients, in the agreed order. */
            readonly rows: readonly components["schemas"]["RowView"][];
        };
        /** @description What was wrong with a message. */
        readonly LiveProblem: {
            /** @description The stable code. */
            readonly code: string;
            /** @description What would be right. */
            readonly detail: string;
        };
        /** @description An owner locks a field to owners, or unlocks it. */
        readonly LockField: {
            /** @description Which. */
            readonly field: components["schemas"]["FieldId"];
            /** @description Locked from now on? */
            readonly locked: boolean;
        };
        /** @description A field that only owners write in, by the name that the caller knows it by. */
        readonly LockedField: {
            /** @description The field. */
            readonly field: components["schemas"]["FieldId"];
            /** @description Its name. */
            readonly name: string;
        };
        /** @description A thing that can be marked as changed. */
        readonly MarkedThing: {
            /** @description Of whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which field. */
            readonly field: components["schemas"]["FieldId"];
            /** @enum {string} */
            readonly type: "value";
        } | {
            /** @description Of whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @enum {string} */
            readonly type: "identity";
        } | {
            /** @description Of whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @enum {string} */
            readonly type: "status";
        } | {
            /** @description On whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which. */
            readonly note: components["schemas"]["NoteId"];
            /** @enum {string} */
            readonly type: "note";
        } | {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @enum {string} */
            readonly type: "added";
        } | {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @enum {string} */
            readonly type: "removed";
        };
        /** @description Who is signed in. */
        readonly Me: {
            /** @description Their id. */
            readonly id: components["schemas"]["UserId"];
            /** @description The name they sign in with. */
            readonly user: string;
            /** @description The name that others see. */
            readonly name: string;
            /** @description The language they are addressed in. */
            readonly language: components["schemas"]["Language"];
            /** @description May make users and teams. */
            readonly administrator: boolean;
            /** @description May search the audit. */
            readonly auditor: boolean;
            /** @description May be taken into discovery cases. */
            readonly discovery: boolean;
            /** @description What their policy allows. */
            readonly policy: components["schemas"]["PolicyRules"];
        };
        /** @description The value of an observation. */
        readonly Measured: (components["schemas"]["Quantity"] & {
            /** @enum {string} */
            readonly type: "quantity";
        }) | (components["schemas"]["Concept"] & {
            /** @enum {string} */
            readonly type: "concept";
        }) | {
            /** @description The words. */
            readonly text: string;
            /** @enum {string} */
            readonly type: "text";
        };
        /** @description A member of the team. */
        readonly MemberView: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
            /** @description Their name. */
            readonly name: string;
            /** @description What they may do. */
            readonly role: components["schemas"]["Role"];
            /** @description They belong to the team by a group of the organization, and cannot be taken out here. */
            readonly by_group: boolean;
        };
        /** @description Two records are one person: one is kept, and the other points to it. */
        readonly MergePatients: {
            /** @description The one that is kept. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description The other one. */
            readonly duplicate: components["schemas"]["PatientId"];
            /** @description The answer to the question whether more people may see the patient. */
            readonly confirm_audience?: boolean;
        };
        /** @description A record that was merged into another. */
        readonly MergedView: {
            /** @description The duplicate. */
            readonly id: components["schemas"]["PatientId"];
            /** @description Its own identity. */
            readonly identity: components["schemas"]["Identity"];
        };
        /**
         * @description How a team is fed.
         * @enum {string}
         */
        readonly Mode: "manual" | "ehr";
        /** @description Changes the order of the schema. */
        readonly MoveField: {
            /** @description Which. */
            readonly field: components["schemas"]["FieldId"];
            readonly after: components["schemas"]["FieldId"] | null;
        };
        /** @description Moves a patient from one list to another. */
        readonly MovePatient: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description From where. */
            readonly from: components["schemas"]["ListId"];
            /** @description To where. */
            readonly to: components["schemas"]["ListId"];
            /** @description The answer to the question whether more people may see the patient. */
            readonly confirm_audience?: boolean;
        };
        /** @description How one proves who one is. */
        readonly MyFactors: {
            /** @description There is a password. */
            readonly password: boolean;
            /** @description A code is asked for besides it. */
            readonly two_steps: boolean;
            /** @description How many recovery codes are left. */
            readonly recovery_codes: number;
            /** @description There is a PIN that unlocks sessions. */
            readonly pin: boolean;
            /** @description Passkeys, the oldest first. */
            readonly passkeys: readonly components["schemas"]["MyPasskey"][];
            /** @description The origin that passkeys are for; null where the operator has not set them up. */
            readonly passkey_origin?: string | null;
        };
        /** @description A passkey of one's own. */
        readonly MyPasskey: {
            readonly id: string;
            /** @description What its person calls it. */
            readonly name: string;
            /**
             * Format: date-time
             * @description When it was added.
             */
            readonly added: string;
            /**
             * Format: date-time
             * @description When it was last used; null for never.
             */
            readonly used?: string | null;
        };
        /** @description One of one's sessions. */
        readonly MySession: {
            /** @description Names it; it does not open it. */
            readonly reference: string;
            /** @description It is the one that asks. */
            readonly this: boolean;
            /**
             * Format: date-time
             * @description When it began.
             */
            readonly began: string;
            /**
             * Format: date-time
             * @description When it was last used, to a few minutes.
             */
            readonly seen: string;
            /** @description What it was begun from. */
            readonly client: components["schemas"]["SessionClient"];
            /** @description The address that it was begun from. */
            readonly address?: string | null;
            /** @description By what one proved who one is. */
            readonly method: components["schemas"]["SignInMethod"];
        };
        /** @description One's sessions. */
        readonly MySessions: {
            /** @description The latest used first. */
            readonly sessions: readonly components["schemas"]["MySession"][];
        };
        /** @description A team, as one of its members finds it among theirs. */
        readonly MyTeam: {
            /** @description Its id. */
            readonly id: components["schemas"]["TeamId"];
            /** @description Its name. */
            readonly name: string;
            readonly role?: components["schemas"]["Role"] | null;
        };
        /** @description My teams. */
        readonly MyTeams: {
            /** @description By name. */
            readonly teams: readonly components["schemas"]["MyTeam"][];
        };
        /**
         * @description Which part of a name comes first where neither capitals nor a comma tell.
         * @enum {string}
         */
        readonly NameOrder: "family_first" | "given_first";
        /** @description A team as one of its members sees it. */
        readonly NamedTeamView: {
            /** @description The schema. */
            readonly schema: components["schemas"]["SchemaView"];
            /** @description The lists that the reader sees, by name. */
            readonly lists: readonly components["schemas"]["ListHeader"][];
            /** @description The reader's deleted lists, which can be restored. */
            readonly deleted_lists: readonly components["schemas"]["ListHeader"][];
            /** @description For owners: limited lists that they could add themselves to. Nothing but that they exist. */
            readonly hidden_lists: readonly components["schemas"]["ListId"][];
            /** @description For owners: the deleted ones among them. Nobody else may be left who could restore them. */
            readonly hidden_deleted_lists: readonly components["schemas"]["ListId"][];
            /** @description Who belongs to the team. */
            readonly members: readonly components["schemas"]["MemberView"][];
            /** @description Names of people who once belonged to the team. */
            readonly former_members: readonly components["schemas"]["PersonView"][];
            readonly mode?: components["schemas"]["Mode"] | null;
            /** @description The reader's role. */
            readonly role: components["schemas"]["Role"];
            readonly ehr?: components["schemas"]["EhrConnectionView"] | null;
            readonly news2?: components["schemas"]["News2Settings"] | null;
            /** @description IANA time zone of the team's days. */
            readonly time_zone: string;
            /** @description Imports into lists that the reader sees, newest first, which can be undone. */
            readonly imports: readonly components["schemas"]["ImportView"][];
            /** @description For owners: how many openings of protected patients nobody reviewed yet; null for others. */
            readonly unreviewed?: number | null;
            /**
             * Format: int64
             * @description The team's sequence.
             */
            readonly sequence: number;
        } & {
            /** @description Its id. */
            readonly id: components["schemas"]["TeamId"];
            /** @description Its name. */
            readonly name: string;
        };
        /**
         * @description What an action takes.
         * @enum {string}
         */
        readonly Need: "member" | "owner" | "responsible" | "administrator" | "auditor";
        /** @description A field that is to be made. */
        readonly NewField: {
            /** @description Its name. */
            readonly name: string;
            /** @description Its type. */
            readonly type: components["schemas"]["FieldTypeName"];
            /** @description Of a number: the unit. */
            readonly unit?: string | null;
            /** @description Of a choice or choices: the options. An import numbers them itself, so that its rows can name them. */
            readonly options?: readonly components["schemas"]["ChoiceOption"][];
            readonly source?: components["schemas"]["ChartSource"] | null;
        };
        /** @description A value of a field that the import makes. */
        readonly NewFieldValue: {
            /** @description Its place in the import's `fields`, from 0. */
            readonly index: number;
            readonly value: components["schemas"]["Value"];
        };
        /** @description A passkey that a browser made. */
        readonly NewPasskey: {
            /** @description Of what it was asked. */
            readonly challenge: string;
            /** @description What its person calls it. */
            readonly name: string;
            /** @description A `PublicKeyCredential` as JSON. */
            readonly credential: Record<string, never>;
        };
        /** @description A PIN. */
        readonly NewPin: {
            /** @description At least six digits. */
            readonly pin: string;
            /** @description The password; may be left out where there is none and one signed in within the last ten minutes. */
            readonly password?: string;
        };
        /** @description A token to be made. */
        readonly NewProvisioningToken: {
            /** @description What it is for. */
            readonly name: string;
        };
        /** @description A first value of a patient who is being added. */
        readonly NewValue: {
            /** @description Which field. */
            readonly field: components["schemas"]["FieldId"];
            readonly value: components["schemas"]["Value"];
        };
        /** @description NEWS2 of a patient, calculated here and not by the record. */
        readonly News2: {
            /** @description Why not. */
            readonly why: components["schemas"]["NotScored"];
            /** @enum {string} */
            readonly type: "not_scored";
        } | (components["schemas"]["News2Score"] & {
            /** @enum {string} */
            readonly type: "scored";
        });
        /** @description A parameter with its points, or why it has none. */
        readonly News2Component: {
            /** @description Which. */
            readonly parameter: components["schemas"]["News2Parameter"];
            /** @description What became of it. */
            readonly outcome: components["schemas"]["News2Outcome"];
        };
        /** @description Why a parameter has no points. */
        readonly News2Missing: {
            /** @enum {string} */
            readonly type: "none_recorded";
        } | {
            /** @enum {string} */
            readonly type: "apart";
        } | {
            /** @description The status; absent where the record gave none. */
            readonly status?: string | null;
            /** @enum {string} */
            readonly type: "status_not_usable";
        } | {
            /** @enum {string} */
            readonly type: "ahead_of_now";
        } | {
            /** @enum {string} */
            readonly type: "no_time_of_day";
        } | {
            /** @enum {string} */
            readonly type: "no_value";
        } | {
            /** @enum {string} */
            readonly type: "not_measured";
        } | {
            /** @description `<`, `<=`, `>=` or `>`. */
            readonly comparator: string;
            /** @enum {string} */
            readonly type: "bound";
        } | {
            /** @description The unit; absent where the record gave none. */
            readonly unit?: string | null;
            /** @enum {string} */
            readonly type: "unit_not_understood";
        } | {
            /** @enum {string} */
            readonly type: "impossible";
        } | {
            /** @enum {string} */
            readonly type: "unmapped";
        } | {
            /** @enum {string} */
            readonly type: "needs_oxygen";
        };
        /** @description What became of a parameter. */
        readonly News2Outcome: {
            /**
             * Format: int32
             * @description 0 to 3.
             */
            readonly points: number;
            /** @description What was looked up in the table. */
            readonly used: components["schemas"]["News2Used"];
            /** @description The value as the record wrote it, with its unit. */
            readonly written: components["schemas"]["Measured"];
            /**
             * Format: date-time
             * @description When it was true.
             */
            readonly at: string;
            /** @enum {string} */
            readonly type: "points";
        } | {
            /** @description Why. */
            readonly why: components["schemas"]["News2Missing"];
            readonly written?: components["schemas"]["Measured"] | null;
            /**
             * Format: date-time
             * @description When that was true.
             */
            readonly at?: string | null;
            /** @enum {string} */
            readonly type: "missing";
        };
        /**
         * @description One of the seven parameters.
         * @enum {string}
         */
        readonly News2Parameter: "respiration" | "spo2" | "oxygen" | "systolic" | "pulse" | "consciousness" | "temperature";
        /**
         * @description The clinical risk of a complete total.
         * @enum {string}
         */
        readonly News2Risk: "low" | "low_medium" | "medium" | "high";
        /** @description A score with its components. */
        readonly News2Score: {
            /** @description The total, or what it is at least. */
            readonly total: components["schemas"]["News2Total"];
            /** @description The seven parameters, in the order of the printed chart. */
            readonly components: readonly components["schemas"]["News2Component"][];
            /** @description The scale by which SpO₂ was scored. */
            readonly scale: components["schemas"]["Spo2Scale"];
            /**
             * Format: date-time
             * @description The time of the oldest observation used; absent where none was.
             */
            readonly oldest?: string | null;
            /** @description STALE: the oldest observation used is older than the settings allow. */
            readonly is_stale: boolean;
            /** @description The parameters of which the record has an observation dated ahead of now. It was not used. */
            readonly ahead_of_now?: readonly components["schemas"]["News2Parameter"][];
        };
        /** @description How a team has its scores made. */
        readonly News2Settings: {
            /**
             * Format: int32
             * @description How far apart observations of one set may be, in minutes.
             */
            readonly max_gap_minutes: number;
            /**
             * Format: int32
             * @description After how many hours the oldest observation used makes a score stale.
             */
            readonly stale_after_hours: number;
            /** @description How the record's words for consciousness are read. */
            readonly consciousness: components["schemas"]["ConsciousnessMap"];
        };
        /** @description The total. An incomplete set has none. */
        readonly News2Total: {
            /**
             * Format: int32
             * @description 0 to 20.
             */
            readonly total: number;
            /** @description What it means. */
            readonly risk: components["schemas"]["News2Risk"];
            /** @enum {string} */
            readonly type: "complete";
        } | {
            /**
             * Format: int32
             * @description The sum of the points that are known. Whatever is missing, the total is not less.
             */
            readonly at_least: number;
            /**
             * Format: int32
             * @description How many parameters have points.
             */
            readonly present: number;
            /**
             * Format: int32
             * @description How many there are.
             */
            readonly of: number;
            /** @description To be shown in the high style: a single parameter has 3 points, or the total is high already. */
            readonly is_high: boolean;
            /** @enum {string} */
            readonly type: "incomplete";
        };
        /** @description What was looked up in the table. */
        readonly News2Used: {
            /** @description A number in the chart's own unit and step: °C with one decimal, anything else an integer. */
            readonly value: string;
            /** @enum {string} */
            readonly type: "number";
        } | {
            /** @description Air or oxygen. */
            readonly value: components["schemas"]["AirOrOxygen"];
            /** @enum {string} */
            readonly type: "oxygen";
        } | {
            /** @description A level of consciousness. */
            readonly value: components["schemas"]["Acvpu"];
            /** @enum {string} */
            readonly type: "consciousness";
        };
        /**
         * @description Why a patient gets no score.
         * @enum {string}
         */
        readonly NotScored: "age_unknown" | "under_16" | "pregnant";
        /**
         * Format: uuid
         * @description A note on a patient.
         */
        readonly NoteId: string;
        /** @description A note. */
        readonly NoteView: {
            /** @description Its id. */
            readonly id: components["schemas"]["NoteId"];
            /** @description The record it was written on: another one, where that was merged into this. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description The text; empty where the note was deleted. */
            readonly text: string;
            /** @description Who wrote it, and when. */
            readonly written: components["schemas"]["Trace"];
            /** @description Its last change. */
            readonly changed: components["schemas"]["Trace"];
            /**
             * Format: int32
             * @description How many versions there are.
             */
            readonly versions: number;
            /** @description The text became of two edits. */
            readonly merged: boolean;
            /** @description Hidden; it can be restored. */
            readonly deleted: boolean;
        };
        /** @description The button that leads to the provider. */
        readonly OidcButton: {
            /** @description What the provider is called. */
            readonly name: string;
        };
        /** @description Opens a list. */
        readonly Open: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
            /**
             * Format: int64
             * @description The version that the client holds.
             */
            readonly version?: number | null;
        };
        /** @description An opened list. */
        readonly Opened: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
            /**
             * Format: int64
             * @description Its version.
             */
            readonly version: number;
            /** @description The list whole, as `GET …/lists/{list}` has it; absent where the client's version could be brought up to date. */
            readonly snapshot?: Record<string, never> | null;
        };
        /** @description The patient who was opened. */
        readonly OpenedPatient: {
            /** @description Their id. */
            readonly id: components["schemas"]["PatientId"];
            readonly identity?: components["schemas"]["Identity"] | null;
            /** @description Their initials. */
            readonly initials: string;
        };
        /**
         * @description An audited operation. The names of the first paragraph are fixed by product.md; the others are of the same style.
         * @enum {string}
         */
        readonly Operation: "PatientListView" | "PatientListCreate" | "PatientListRename" | "PatientListDelete" | "PatientListSetDefault" | "PatientListEditColumns" | "PatientListAddPatient" | "PatientListRemovePatient" | "PatientListMovePatient" | "PatientSchemaCreate" | "PatientSchemaUpdate" | "PatientView" | "PatientDetailsEdit" | "PatientNoteAdd" | "PatientSearch" | "ExportInitiation" | "EHRConnectionSet" | "PatientListViewEnd" | "PatientListRestore" | "PatientListReorder" | "PatientListSetOrder" | "PatientListSetMembers" | "PatientListCopy" | "PatientSetStatus" | "PatientHighlight" | "PatientMerge" | "PatientUnmerge" | "PatientImport" | "PatientImportUndo" | "PatientNoteEdit" | "PatientNoteDelete" | "PatientNoteRestore" | "PatientHistoryView" | "PatientDuplicateView" | "PatientChartRefresh" | "PatientLink" | "PatientUnlink" | "PatientIdentityPropose" | "PatientIdentityAnswer" | "PatientSetSpo2Scale" | "PatientSetSensitive" | "PatientSetResponsible" | "PatientBreakGlass" | "PatientBreakGlassReview" | "PatientBreakGlassView" | "TeamSetNews2" | "TeamSetTimeZone" | "EHRConnectionRemove" | "EHRConnectionProbe" | "AppInstall" | "MemberAdd" | "MemberRemove" | "MemberSetRole" | "TeamCreate" | "TeamRename" | "UserCreate" | "UserUpdate" | "UserDisable" | "UserEnable" | "UserIdentityLink" | "UserIdentityUnlink" | "GroupCreate" | "GroupUpdate" | "GroupDelete" | "GroupSetMembers" | "PolicyCreate" | "PolicyUpdate" | "PolicyDelete" | "PolicyAssign" | "TeamGroupLink" | "TeamGroupUnlink" | "TeamOwnerAppoint" | "UserEnrolmentIssue" | "UserEnrol" | "UserPasswordChange" | "SignIn" | "SignInFail" | "SignOut" | "SessionLock" | "SessionUnlock" | "SessionUnlockFail" | "SessionEnd" | "UserSessionsEnd" | "UserTwoStepEnable" | "UserTwoStepDisable" | "UserRecoveryCodesRenew" | "UserPasskeyAdd" | "UserPasskeyRemove" | "UserPinSet" | "UserPinRemove" | "UserFactorsRemove" | "ProvisioningTokenIssue" | "ProvisioningTokenRevoke" | "AccessRefuse" | "ServerStart";
        /**
         * Format: int32
         * @description An option of a choice field: a number that is unique in its field and never used again; 0 is not numbered yet.
         */
        readonly OptionId: number;
        /** @description What a command did, as its sender is told. */
        readonly OrganizationAnswer: {
            /**
             * Format: int64
             * @description The sequence of the last change that it made; where it changed nothing, the organization's.
             */
            readonly sequence: number;
            readonly user?: components["schemas"]["UserId"] | null;
            readonly team?: components["schemas"]["TeamId"] | null;
            readonly group?: components["schemas"]["GroupId"] | null;
            readonly policy?: components["schemas"]["PolicyId"] | null;
        };
        /** @description A command to the organization. */
        readonly OrganizationCommand: (components["schemas"]["CreateUser"] & {
            /** @enum {string} */
            readonly type: "create_user";
        }) | (components["schemas"]["UpdateUser"] & {
            /** @enum {string} */
            readonly type: "update_user";
        }) | (components["schemas"]["DisableUser"] & {
            /** @enum {string} */
            readonly type: "disable_user";
        }) | (components["schemas"]["EnableUser"] & {
            /** @enum {string} */
            readonly type: "enable_user";
        }) | (components["schemas"]["IssueEnrolment"] & {
            /** @enum {string} */
            readonly type: "issue_enrolment";
        }) | (components["schemas"]["SetSignInName"] & {
            /** @enum {string} */
            readonly type: "set_sign_in_name";
        }) | (components["schemas"]["SetExternalId"] & {
            /** @enum {string} */
            readonly type: "set_external_id";
        }) | (components["schemas"]["LinkIdentity"] & {
            /** @enum {string} */
            readonly type: "link_identity";
        }) | (components["schemas"]["UnlinkIdentity"] & {
            /** @enum {string} */
            readonly type: "unlink_identity";
        }) | (components["schemas"]["CreateGroup"] & {
            /** @enum {string} */
            readonly type: "create_group";
        }) | (components["schemas"]["UpdateGroup"] & {
            /** @enum {string} */
            readonly type: "update_group";
        }) | (components["schemas"]["DeleteGroup"] & {
            /** @enum {string} */
            readonly type: "delete_group";
        }) | (components["schemas"]["ChangeGroupMembers"] & {
            /** @enum {string} */
            readonly type: "change_group_members";
        }) | (components["schemas"]["ReplaceGroupMembers"] & {
            /** @enum {string} */
            readonly type: "replace_group_members";
        }) | (components["schemas"]["SyncClaimedGroups"] & {
            /** @enum {string} */
            readonly type: "sync_claimed_groups";
        }) | (components["schemas"]["CreatePolicy"] & {
            /** @enum {string} */
            readonly type: "create_policy";
        }) | (components["schemas"]["UpdatePolicy"] & {
            /** @enum {string} */
            readonly type: "update_policy";
        }) | (components["schemas"]["DeletePolicy"] & {
            /** @enum {string} */
            readonly type: "delete_policy";
        }) | (components["schemas"]["SetDefaultPolicy"] & {
            /** @enum {string} */
            readonly type: "set_default_policy";
        }) | (components["schemas"]["AssignUserPolicy"] & {
            /** @enum {string} */
            readonly type: "assign_user_policy";
        }) | (components["schemas"]["AssignGroupPolicy"] & {
            /** @enum {string} */
            readonly type: "assign_group_policy";
        }) | (components["schemas"]["CreateTeam"] & {
            /** @enum {string} */
            readonly type: "create_team";
        }) | (components["schemas"]["RenameTeam"] & {
            /** @enum {string} */
            readonly type: "rename_team";
        }) | (components["schemas"]["AppointOwner"] & {
            /** @enum {string} */
            readonly type: "appoint_owner";
        }) | (components["schemas"]["LinkGroupToTeam"] & {
            /** @enum {string} */
            readonly type: "link_group_to_team";
        }) | (components["schemas"]["UnlinkGroupFromTeam"] & {
            /** @enum {string} */
            readonly type: "unlink_group_from_team";
        });
        /** @description What a command did. */
        readonly OrganizationCommandAnswer: components["schemas"]["OrganizationAnswer"] & {
            /** @description A one-time link, of `create_user` without password and `issue_enrolment`: a path of this server. It is shown only once. */
            readonly link?: string | null;
        };
        /** @description A command to the organization. */
        readonly OrganizationCommandRequest: {
            /** @description Made by the client, a UUID version 7: the same again has one effect and the same answer. */
            readonly id: components["schemas"]["CommandId"];
            /** @description What is wanted. */
            readonly command: components["schemas"]["OrganizationCommand"];
        };
        /** @description The organization, for administrators. */
        readonly OrganizationView: {
            /** @description Everybody with an account, by name. */
            readonly users: readonly components["schemas"]["UserView"][];
            /** @description Every team, by name. */
            readonly teams: readonly components["schemas"]["TeamEntryView"][];
            /** @description Every group, by name. */
            readonly groups: readonly components["schemas"]["GroupView"][];
            /** @description The policies beside the default, by name. */
            readonly policies: readonly components["schemas"]["PolicyView"][];
            /** @description The policy of everybody to whom none is assigned. */
            readonly default_policy: components["schemas"]["PolicyRules"];
            /**
             * Format: int64
             * @description The organization's sequence.
             */
            readonly sequence: number;
        };
        /**
         * @description The name of a part.
         * @enum {string}
         */
        readonly PartName: "patient" | "place" | "vital_signs" | "conditions" | "allergies" | "medications" | "coverage";
        /**
         * @description What became of reading a part. Four things that look different to the reader (ward-safety, The list).
         * @enum {string}
         */
        readonly PartStatus: "ok" | "none" | "not_supported" | "not_permitted" | "failed";
        /** @description A part of the chart. */
        readonly Part_Allergy: {
            /** @description What became of reading it. */
            readonly status: components["schemas"]["PartStatus"];
            /** @description What it says. */
            readonly items: readonly {
                /** @description The substance. */
                readonly what: components["schemas"]["Concept"];
                /** @description It says that no such allergy is known (SNOMED CT 716186003 and its kind): a statement, not a missing record. */
                readonly none_known?: boolean;
                /** @description FHIR's clinical status: `active`, `inactive`, `resolved`. */
                readonly clinical_status?: string | null;
                /** @description FHIR's verification status: `confirmed`, `unconfirmed`, `refuted`. */
                readonly verification_status?: string | null;
                /** @description When it was recorded. */
                readonly recorded?: string | null;
                /** @description `high`, `low` or `unable-to-assess`. */
                readonly criticality?: string | null;
                /** @description Notes, as plain text. */
                readonly notes?: readonly string[];
                /** @description What happened. */
                readonly reactions?: readonly components["schemas"]["Reaction"][];
            }[];
        };
        /** @description A part of the chart. */
        readonly Part_ChartPatient: {
            /** @description What became of reading it. */
            readonly status: components["schemas"]["PartStatus"];
            /** @description What it says. */
            readonly items: readonly {
                /** @description The record's own id of the patient (FHIR's logical id). */
                readonly id: string;
                /** @description The identity: the official name; numbers, the medical record number first. */
                readonly identity: components["schemas"]["Identity"];
                /** @description Names of general practitioners. */
                readonly general_practitioners?: readonly string[];
                /** @description Telephone numbers. */
                readonly phones?: readonly string[];
                /** @description Addresses, each in one line. */
                readonly addresses?: readonly string[];
                readonly deceased?: components["schemas"]["Deceased"] | null;
                /** @description The ids of the records that this one was merged into (`link` of type `replaced-by`). */
                readonly replaced_by?: readonly string[];
                readonly photo?: components["schemas"]["Photo"] | null;
            }[];
        };
        /** @description A part of the chart. */
        readonly Part_Condition: {
            /** @description What became of reading it. */
            readonly status: components["schemas"]["PartStatus"];
            /** @description What it says. */
            readonly items: readonly {
                /** @description What it is. */
                readonly what: components["schemas"]["Concept"];
                /** @description When it was recorded. */
                readonly recorded?: string | null;
                /** @description When it began: many records say only this. */
                readonly onset?: string | null;
                /** @description When it ended. Some records leave the status of such a problem at `active`. */
                readonly abated?: string | null;
                /** @description How severe. */
                readonly severity?: string | null;
                /** @description FHIR's clinical status: `active`, `resolved`, …. */
                readonly clinical_status?: string | null;
                /** @description FHIR's verification status: `confirmed`, `refuted`, …. */
                readonly verification_status?: string | null;
            }[];
        };
        /** @description A part of the chart. */
        readonly Part_Coverage: {
            /** @description What became of reading it. */
            readonly status: components["schemas"]["PartStatus"];
            /** @description What it says. */
            readonly items: readonly {
                /** @description FHIR's status: `active`, `cancelled`, `draft`. */
                readonly status?: string | null;
                /** @description Who pays. */
                readonly payers?: readonly string[];
                /** @description Plan, group and classes, as the record names them. */
                readonly plans?: readonly string[];
                /** @description The number of the insured. */
                readonly subscriber?: string | null;
                /** @description From when. */
                readonly start?: string | null;
                /** @description Until when. */
                readonly end?: string | null;
            }[];
        };
        /** @description A part of the chart. */
        readonly Part_Encounter: {
            /** @description What became of reading it. */
            readonly status: components["schemas"]["PartStatus"];
            /** @description What it says. */
            readonly items: readonly {
                /** @description Ward, room, bed as the record names it. */
                readonly place?: string | null;
                /** @description FHIR's code: `in-progress`, `finished`, …. */
                readonly status?: string | null;
                /** @description What kind of encounter. */
                readonly kind?: string | null;
                /** @description Since when. */
                readonly start?: string | null;
            }[];
        };
        /** @description A part of the chart. */
        readonly Part_Medication: {
            /** @description What became of reading it. */
            readonly status: components["schemas"]["PartStatus"];
            /** @description What it says. */
            readonly items: readonly {
                /** @description What. */
                readonly what: components["schemas"]["Concept"];
                /** @description FHIR's status: `active`, `completed`, `stopped`, …; `not-taken` where a statement says that it is not taken. */
                readonly status?: string | null;
                /** @description FHIR's intent, where it is no order: `proposal`, `plan`, `option`. */
                readonly intent?: string | null;
                /** @description When it was written. */
                readonly written?: string | null;
                /** @description When it ends. */
                readonly end?: string | null;
                /** @description Who prescribed it. */
                readonly prescriber?: string | null;
                /** @description How it is taken, as plain text. */
                readonly dosage?: readonly string[];
            }[];
        };
        /** @description A part of the chart. */
        readonly Part_Observation: {
            /** @description What became of reading it. */
            readonly status: components["schemas"]["PartStatus"];
            /** @description What it says. */
            readonly items: readonly {
                /** @description The record's id of it, where it has one. */
                readonly id?: string | null;
                /** @description What was observed. */
                readonly what: components["schemas"]["Concept"];
                /** @description FHIR's status: `final`, `amended`, `preliminary`, `cancelled`, …; absent where the record gave none. */
                readonly status?: string | null;
                /** @description When it was true. */
                readonly effective?: string | null;
                readonly value?: components["schemas"]["Measured"] | null;
                /** @description Its components: a blood pressure is one observation with two. */
                readonly components?: readonly components["schemas"]["Component"][];
            }[];
        };
        /** @description What a browser answered. */
        readonly PasskeyAnswer: {
            /** @description Of what it was asked. */
            readonly challenge: string;
            /** @description A `PublicKeyCredential` as JSON. */
            readonly credential: Record<string, never>;
        };
        /** @description What a browser is to be asked, and what is to be sent with its answer. */
        readonly PasskeyChallenge: {
            /** @description To be sent with the answer, within five minutes. */
            readonly challenge: string;
            /** @description For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. */
            readonly options: Record<string, never>;
        };
        /** @description What a browser is to be asked. */
        readonly PasskeyOptions: {
            /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
            readonly options: Record<string, never>;
        };
        /** @description A new password. */
        readonly PasswordChange: {
            /** @description The password until now. */
            readonly current: string;
            /** @description From now on. */
            readonly new: string;
        };
        /**
         * Format: uuid
         * @description A patient as one team knows them; the same person in two teams is two of these.
         */
        readonly PatientId: string;
        /** @description That there is news of a patient. */
        readonly PatientNews: {
            /** @description Whose page is open. */
            readonly patient: components["schemas"]["PatientId"];
            /**
             * Format: int64
             * @description The sequence of the news. A page that was read at it or later has it.
             */
            readonly sequence: number;
        };
        /**
         * @description Where a patient's stay has come to.
         * @enum {string}
         */
        readonly PatientStatus: "expected" | "present" | "discharged" | "transferred" | "deceased";
        /** @description One patient, whole. */
        readonly PatientView: {
            /** @description Their id. */
            readonly id: components["schemas"]["PatientId"];
            /** @description Who they are. */
            readonly identity: components["schemas"]["Identity"];
            /** @description Where their stay has come to. */
            readonly status: components["schemas"]["PatientStatus"];
            /** @description What the round must not miss. */
            readonly highlights: readonly components["schemas"]["HighlightMark"][];
            /** @description Every field that is not archived, in the schema's order, with its value. */
            readonly values: readonly components["schemas"]["ValueView"][];
            /** @description The notes, oldest first; those of records that were merged into this one included. */
            readonly notes: readonly components["schemas"]["NoteView"][];
            /** @description The lists they are on that the reader sees. */
            readonly lists: readonly components["schemas"]["ListId"][];
            /** @description Records that were merged into this one. */
            readonly merged: readonly components["schemas"]["MergedView"][];
            readonly merged_into?: components["schemas"]["PatientId"] | null;
            readonly ehr?: components["schemas"]["EhrLinkView"] | null;
            readonly scale_2?: components["schemas"]["Trace"] | null;
            readonly sensitive?: components["schemas"]["SensitiveMark"] | null;
            /** @description Who is responsible. */
            readonly responsible: readonly components["schemas"]["ResponsibleView"][];
            /**
             * Format: date-time
             * @description Until when the reader sees them for having broken the glass; null where they see them anyway.
             */
            readonly opened_until?: string | null;
            /**
             * Format: int64
             * @description The team's sequence.
             */
            readonly sequence: number;
        };
        /** @description Somebody who has a list open. */
        readonly PersonPresence: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
            /** @description What they edit. */
            readonly editing?: readonly components["schemas"]["EditedCell"][];
        };
        /** @description A person's name. */
        readonly PersonView: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
            /** @description Their name. */
            readonly name: string;
        };
        /** @description A photo of the patient: a PNG or JPEG of at most 150 kB, by its first bytes and not by what the record calls it. */
        readonly Photo: {
            /** @description `image/png` or `image/jpeg`. */
            readonly media_type: string;
            /** @description The image, in base64. */
            readonly data: string;
        };
        /**
         * Format: uuid
         * @description A policy of the organization.
         */
        readonly PolicyId: string;
        /** @description What a policy says. */
        readonly PolicyRules: {
            /** @description The app may be used at all. */
            readonly may_use: boolean;
            /** @description The modes in which a team may be installed. */
            readonly modes: readonly components["schemas"]["Mode"][];
            /** @description Who may install the app in a team. */
            readonly installers: components["schemas"]["Installers"];
            /** @description The app is pinned for the user: their Teams administrator reads it here, and the web offers it first. */
            readonly pinned: boolean;
            /** @description Data may be taken out: export, print, copying more than one row. */
            readonly may_export: boolean;
            /** @description Edits that were not sent yet may be kept on the device, encrypted. */
            readonly keep_on_device: boolean;
            /**
             * Format: int32
             * @description The screen is locked after so many minutes without a touch; never where nothing is said.
             */
            readonly idle_lock_minutes?: number | null;
        };
        /** @description A policy. */
        readonly PolicyView: {
            /** @description Its id. */
            readonly id: components["schemas"]["PolicyId"];
            /** @description Its name. */
            readonly name: string;
            /** @description What it says. */
            readonly rules: components["schemas"]["PolicyRules"];
        };
        /** @description Who has a list open. */
        readonly PresenceView: {
            /** @description Which list. */
            readonly list: components["schemas"]["ListId"];
            /** @description Who, the reader included; at most fifty. */
            readonly people: readonly components["schemas"]["PersonPresence"][];
            /** @description How many more. */
            readonly more: number;
        };
        /** @description A sheet to look at. */
        readonly PreviewRequest: {
            /** @description The file's name. */
            readonly file_name: string;
            /** @description The file, in base64. */
            readonly content: string;
            /** @description Which sheet of a workbook, by its index in `sheets`; absent means the first with names. */
            readonly sheet?: number | null;
            readonly header?: components["schemas"]["HeaderAt"] | null;
            readonly encoding?: components["schemas"]["SheetEncoding"] | null;
            readonly delimiter?: components["schemas"]["Delimiter"] | null;
            readonly mapping?: components["schemas"]["ImportMapping"] | null;
        };
        /** @description A patient of a sheet. */
        readonly PreviewRow: {
            /**
             * Format: int32
             * @description The number of the row, as the person's spreadsheet program has it.
             */
            readonly number: number;
            /** @description Which patient of that row, from 0. */
            readonly line: number;
            /** @description As `import_patients` takes it, but for the answer to a duplicate. */
            readonly row: components["schemas"]["ImportRow"];
            readonly duplicate?: components["schemas"]["DuplicateWarning"] | null;
        };
        /** @description The members that every problem has. */
        readonly Problem: {
            /** @description `urn:patients:problem:` and the code. */
            readonly type: string;
            /** @description The code in words. */
            readonly title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            readonly status: number;
            /** @description The stable code. */
            readonly code: string;
            /** @description What was wrong and what would be right, in English. */
            readonly detail: string;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description Another identity that the record says: proposed to the team, never taken over silently. */
        readonly ProposedIdentity: {
            /** @description The identity. */
            readonly identity: components["schemas"]["Identity"];
            /** @description The record's id, where it was merged into another. */
            readonly ehr_id?: string | null;
        };
        /** @description A token, without the token. */
        readonly ProvisioningTokenView: {
            /** @description Names it here and in the journal; of no use as a token. */
            readonly id: string;
            /** @description What it is for. */
            readonly name: string;
            /** @description When it was made. */
            readonly since: string;
            /** @description Who made it. */
            readonly by: components["schemas"]["UserId"];
            /** @description When it was last used, to five minutes. */
            readonly seen?: string | null;
        };
        /** @description The tokens that the directory comes with. */
        readonly ProvisioningTokens: {
            /** @description The oldest first. */
            readonly tokens: readonly components["schemas"]["ProvisioningTokenView"][];
        };
        /** @description The public halves of the keys that our assertions are signed with: a JSON Web Key Set (RFC 7517, section 5). */
        readonly PublicKeys: {
            /** @description The keys. */
            readonly keys: readonly Record<string, never>[];
        };
        /** @description A QR code, to be drawn with a white margin of four. */
        readonly Qr: {
            /**
             * Format: int32
             * @description Modules of a side.
             */
            readonly size: number;
            /** @description The dark modules, as the `d` of an SVG path whose unit is a module. */
            readonly path: string;
        };
        /** @description A measured amount, with the precision that was written. */
        readonly Quantity: {
            /** @description The number as written. */
            readonly value: string;
            /** @description `<`, `<=`, `>=` or `>`, where the number is a bound. */
            readonly comparator?: string | null;
            /** @description The unit for a person to read. */
            readonly unit?: string | null;
            /** @description The unit's UCUM code, where given. */
            readonly code?: string | null;
        };
        /** @description A reaction to a substance. */
        readonly Reaction: {
            /** @description The exact substance, where it was narrower. */
            readonly substance?: string | null;
            /** @description What was seen. */
            readonly manifestations: readonly string[];
            /** @description `mild`, `moderate` or `severe`. */
            readonly severity?: string | null;
        };
        /** @description How fresh the columns of an open list are that are bound to the chart. */
        readonly RecordState: {
            /** @description Which list. */
            readonly list: components["schemas"]["ListId"];
            /** @description The team is connected to a record. Where it is not, the columns keep what they last showed. */
            readonly connected: boolean;
            /**
             * Format: date-time
             * @description When the charts were last read; null where they were not yet.
             */
            readonly as_of?: string | null;
            /** @description Charts are being read just now. */
            readonly reading: boolean;
            /** @description Patients of the team whose chart could not be read the last time. */
            readonly failed: number;
            readonly problem?: components["schemas"]["EhrProblem"] | null;
        };
        /** @description Recovery codes. They are shown only once. */
        readonly RecoveryCodes: {
            readonly recovery_codes: readonly string[];
        };
        /** @description Why a command had no effect. On the wire it is the problem detail's `code` with its parameters. */
        readonly Rejection: {
            /** @description What was named. */
            readonly what: components["schemas"]["Thing"];
            /** @enum {string} */
            readonly code: "not_found";
        } | {
            /** @description What it takes. */
            readonly needs: components["schemas"]["Need"];
            /** @enum {string} */
            readonly code: "not_permitted";
        } | {
            /** @description What. */
            readonly what: components["schemas"]["Forbidden"];
            /** @enum {string} */
            readonly code: "policy_forbids";
        } | {
            /** @enum {string} */
            readonly code: "policy_in_use";
        } | {
            /**
             * Format: int32
             * @description The rank.
             */
            readonly rank: number;
            /** @enum {string} */
            readonly code: "rank_taken";
        } | {
            /** @description Which part of the command. */
            readonly what: string;
            /** @enum {string} */
            readonly code: "identity_taken";
        } | (components["schemas"]["Conflict"] & {
            /** @enum {string} */
            readonly code: "conflict";
        }) | {
            /** @description Patients that the user may see. */
            readonly patients: readonly components["schemas"]["DuplicateCandidate"][];
            /** @description Another patient of the team, on a list that the user may not see: ask an owner. */
            readonly hidden: boolean;
            /** @enum {string} */
            readonly code: "possible_duplicate";
        } | {
            /** @description Who would. */
            readonly users: readonly components["schemas"]["UserId"][];
            /** @enum {string} */
            readonly code: "wider_audience";
        } | {
            /** @description Which part of the command. */
            readonly what: string;
            /** @description Characters allowed. */
            readonly limit: number;
            /** @description Characters given. */
            readonly length: number;
            /** @enum {string} */
            readonly code: "text_too_long";
        } | {
            /** @description Which part of the command. */
            readonly what: string;
            /** @description The character, as `U+0000`. */
            readonly character: string;
            /** @enum {string} */
            readonly code: "control_character";
        } | {
            /** @description Which part of the command. */
            readonly what: string;
            /** @enum {string} */
            readonly code: "required";
        } | {
            /** @description Of what. */
            readonly what: string;
            /** @description How many are allowed. */
            readonly limit: number;
            /** @enum {string} */
            readonly code: "too_many";
        } | {
            /** @description Which part of the command. */
            readonly what: string;
            /** @enum {string} */
            readonly code: "name_taken";
        } | {
            /** @description The form that is right. */
            readonly expected: string;
            /** @enum {string} */
            readonly code: "wrong_value_type";
        } | {
            /** @description The option named. */
            readonly option: components["schemas"]["OptionId"];
            /** @enum {string} */
            readonly code: "unknown_option";
        } | {
            /** @description The field. */
            readonly field: components["schemas"]["FieldId"];
            /** @enum {string} */
            readonly code: "field_locked";
        } | {
            /** @enum {string} */
            readonly code: "not_installed";
        } | {
            /** @enum {string} */
            readonly code: "already_installed";
        } | {
            /** @enum {string} */
            readonly code: "last_owner";
        } | {
            /** @enum {string} */
            readonly code: "member_by_group";
        } | {
            /** @enum {string} */
            readonly code: "last_administrator";
        } | {
            /** @enum {string} */
            readonly code: "default_list";
        } | {
            /** @enum {string} */
            readonly code: "place_field";
        } | {
            /** @description The list. */
            readonly list: components["schemas"]["ListId"];
            /** @enum {string} */
            readonly code: "already_on_list";
        } | {
            /** @enum {string} */
            readonly code: "nothing_to_undo";
        } | {
            /** @description Which part of the command. */
            readonly what: string;
            /** @enum {string} */
            readonly code: "invalid";
        } | {
            /** @enum {string} */
            readonly code: "search_too_wide";
        } | {
            /** @description Searches. */
            readonly searches: number;
            /**
             * Format: int64
             * @description Within so many minutes.
             */
            readonly minutes: number;
            /** @enum {string} */
            readonly code: "reason_required";
        } | {
            /** @description The field. */
            readonly field: components["schemas"]["FieldId"];
            /** @enum {string} */
            readonly code: "from_record";
        } | {
            /** @enum {string} */
            readonly code: "not_connected";
        } | {
            /** @enum {string} */
            readonly code: "not_linked";
        } | {
            /** @description The team's patient. */
            readonly ours: components["schemas"]["Identity"];
            /** @description The record's. */
            readonly record: components["schemas"]["Identity"];
            /** @enum {string} */
            readonly code: "confirm_identity";
        } | {
            /** @description The patient. */
            readonly patient: components["schemas"]["PatientId"];
            /** @enum {string} */
            readonly code: "break_glass_required";
        } | {
            /** @description Which part of the command. */
            readonly what: string;
            /** @description Characters that it takes at least. */
            readonly limit: number;
            /** @description Characters given. */
            readonly length: number;
            /** @enum {string} */
            readonly code: "text_too_short";
        } | {
            /** @enum {string} */
            readonly code: "own_access";
        } | {
            /** @enum {string} */
            readonly code: "already_reviewed";
        } | {
            /**
             * Format: int64
             * @description How many days.
             */
            readonly days: number;
            /** @enum {string} */
            readonly code: "command_too_old";
        } | {
            /** @enum {string} */
            readonly code: "command_id_reused";
        };
        /** @description An owner ends the connection; patients and what the team entered stay. */
        readonly RemoveEhrConnection: Record<string, never>;
        /** @description Takes a highlight away. */
        readonly RemoveHighlight: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            readonly field?: components["schemas"]["FieldId"] | null;
        };
        /** @description An owner takes a member out of the team; anyone may leave by naming themselves. */
        readonly RemoveMember: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
        };
        /** @description Takes a patient off a list; they stay in the team. */
        readonly RemovePatientFromList: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description From where. */
            readonly list: components["schemas"]["ListId"];
        };
        /** @description Renames a field. */
        readonly RenameField: {
            /** @description Which. */
            readonly field: components["schemas"]["FieldId"];
            /** @description The new name. */
            readonly name: string;
        };
        /** @description Renames a list. */
        readonly RenameList: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
            /** @description The new name. */
            readonly name: string;
        };
        /** @description Renames a team. */
        readonly RenameTeam: {
            /** @description Which. */
            readonly team: components["schemas"]["TeamId"];
            /** @description The new name. */
            readonly name: string;
        };
        /** @description A list to read and open again. */
        readonly Reopen: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
        };
        /** @description Changes the agreed order of a list. */
        readonly ReorderPatient: {
            /** @description Which list. */
            readonly list: components["schemas"]["ListId"];
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            readonly after: components["schemas"]["PatientId"] | null;
        };
        /** @description Says who is in a group, and nobody else. */
        readonly ReplaceGroupMembers: {
            /** @description Which group. */
            readonly group: components["schemas"]["GroupId"];
            /** @description Who is in it. */
            readonly members: readonly components["schemas"]["UserId"][];
        };
        /** @description Somebody who is responsible for a patient. */
        readonly ResponsibleView: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
            /** @description Through whom, and since when. */
            readonly since: components["schemas"]["Trace"];
        };
        /** @description Brings an archived field back. */
        readonly RestoreField: {
            /** @description Which. */
            readonly field: components["schemas"]["FieldId"];
        };
        /** @description Brings a deleted list back. */
        readonly RestoreList: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
        };
        /** @description Brings a deleted note back. */
        readonly RestoreNote: {
            /** @description On whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which. */
            readonly note: components["schemas"]["NoteId"];
        };
        /** @description An owner says whether there was a good reason to open a protected patient. */
        readonly ReviewBreakGlass: {
            /** @description Which opening. */
            readonly access: components["schemas"]["BreakGlassId"];
            /** @description Whether there was. */
            readonly outcome: components["schemas"]["ReviewOutcome"];
            /** @description What there is to say to it; needed where there was none. */
            readonly comment?: string;
        };
        /**
         * @description What a reviewer finds.
         * @enum {string}
         */
        readonly ReviewOutcome: "appropriate" | "inappropriate";
        /** @description What an auditor finds. */
        readonly ReviewRequest: {
            /** @description Whether there was a good reason. */
            readonly outcome: components["schemas"]["ReviewOutcome"];
            /** @description What there is to say to it; needed where there was none. */
            readonly comment?: string;
        };
        /** @description What a reviewer found. */
        readonly ReviewView: {
            /** @description The finding. */
            readonly outcome: components["schemas"]["ReviewOutcome"];
            /** @description What they say to it. */
            readonly comment: string;
            /** @description Who. */
            readonly by: components["schemas"]["PersonView"];
            /**
             * Format: date-time
             * @description When.
             */
            readonly at: string;
        };
        /**
         * @description What a member may do.
         * @enum {string}
         */
        readonly Role: "guest" | "member" | "owner";
        /**
         * @description What changed of a row.
         * @enum {string}
         */
        readonly RowChange: "added" | "identity" | "status" | "highlight" | "merge" | "link" | "protection" | "responsible";
        /**
         * @description How a patient of a row stands to the hospital's record.
         * @enum {string}
         */
        readonly RowLink: "linked" | "proposed";
        /** @description A patient of a row. */
        readonly RowPatient: {
            /** @description Their id. */
            readonly id: components["schemas"]["PatientId"];
            /** @description Who they are. */
            readonly identity: components["schemas"]["Identity"];
            /** @description Where their stay has come to. */
            readonly status: components["schemas"]["PatientStatus"];
            /** @description How many notes there are. */
            readonly notes: number;
            /** @description What the round must not miss. */
            readonly highlights?: readonly components["schemas"]["HighlightMark"][];
            /** @description Fields whose text became of two edits. */
            readonly merged?: readonly components["schemas"]["FieldId"][];
            readonly ehr?: components["schemas"]["RowLink"] | null;
            /** @description Protected from those who are not responsible. */
            readonly sensitive?: boolean;
            /** @description Present where the patient is protected from this reader: that is all of their identity, and of the values only the place. */
            readonly initials?: string | null;
            /** @description Who is responsible. */
            readonly responsible?: readonly components["schemas"]["UserId"][];
        };
        /** @description A patient as a row of a list. */
        readonly RowView: {
            /** @description Who. */
            readonly patient: components["schemas"]["RowPatient"];
            /** @description The values, in the order of the list's `fields`. */
            readonly values: readonly components["schemas"]["Value"][];
        };
        /** @description That SpO₂ of a patient is scored by scale 2, which only a clinician chooses. */
        readonly Scale2Choice: {
            /** @description Who chose it. */
            readonly by: components["schemas"]["UserId"];
            /**
             * Format: date-time
             * @description When.
             */
            readonly at: string;
        };
        /** @description The patient schema. */
        readonly SchemaView: {
            /** @description All fields, archived ones included, in their order. */
            readonly fields: readonly components["schemas"]["Field"][];
            readonly place?: components["schemas"]["FieldId"] | null;
        };
        /** @description What is proved besides the password: exactly one of the three. */
        readonly SecondFactorAnswer: {
            /** @description The challenge of `second_factor_required`. */
            readonly challenge: string;
            /** @description A code of the authenticator app. */
            readonly code?: string | null;
            /** @description A recovery code, which is used up. */
            readonly recovery_code?: string | null;
            /** @description What the browser answered to the options: a `PublicKeyCredential` as JSON. */
            readonly credential?: Record<string, never> | null;
        };
        /** @description A sign-in that awaits its second factor. */
        readonly SecondFactorChallenge: {
            /** @description The challenge of `second_factor_required`. */
            readonly challenge: string;
        };
        /** @description A secret that a command carries past the rules to the accounts. It is never serialized and never shown. */
        readonly Secret: string;
        /** @description A patient of the team, and where a reader sees them. */
        readonly SeenPatient: {
            /** @description Who. */
            readonly id: components["schemas"]["PatientId"];
            /** @description The lists that the reader sees them on. */
            readonly lists: readonly components["schemas"]["ListId"][];
        };
        /** @description What is marked as seen. */
        readonly SeenRequest: {
            readonly thing?: components["schemas"]["MarkedThing"] | null;
            /**
             * Format: int64
             * @description The sequence up to which it is seen.
             */
            readonly sequence: number;
        };
        /** @description Why a patient is protected. */
        readonly SensitiveMark: components["schemas"]["Trace"] & {
            /** @description Why. */
            readonly reason: string;
        };
        /** @description What the server sends. */
        readonly ServerMessage: {
            /** @description The list is open at this version; changes since the client's version follow. With a snapshot, it replaces what the client holds. */
            readonly opened: components["schemas"]["Opened"];
        } | {
            /** @description What happened, in order. */
            readonly changes: readonly components["schemas"]["ListChange"][];
        } | {
            /** @description What the client holds can no longer be brought up to date: read the list and open it again. */
            readonly reopen: components["schemas"]["Reopen"];
        } | {
            /** @description Who has the list open, and what they edit. */
            readonly presence: components["schemas"]["PresenceView"];
        } | {
            /** @description How fresh the list's columns are that are bound to the chart. */
            readonly record: components["schemas"]["RecordState"];
        } | {
            /** @description There is news of the patient whose page is open: read the patient again, unless the page has it. */
            readonly patient: components["schemas"]["PatientNews"];
        } | {
            /** @description What the reader may do has changed: `GET /api/me` says how. */
            readonly me: components["schemas"]["Me"];
        } | {
            /** @description The list is not, or no longer, for this reader. */
            readonly closed: components["schemas"]["Closed"];
        } | {
            /** @description A message could not be read, or names what is not open. */
            readonly problem: components["schemas"]["LiveProblem"];
        };
        /**
         * @description What a session was begun from.
         * @enum {string}
         */
        readonly SessionClient: "browser" | "teams" | "program";
        /** @description A session, and what unlocks it. */
        readonly SessionState: {
            /** @description It does nothing until it is unlocked. */
            readonly locked: boolean;
            /** @description The name that others see of whose it is. */
            readonly name: string;
            /** @description They have a PIN. */
            readonly pin: boolean;
            /** @description They have a passkey. */
            readonly passkey: boolean;
        };
        /** @description A session, for programs. */
        readonly SessionToken: {
            /** @description For `Authorization: Bearer`. */
            readonly token: string;
        };
        /** @description An owner chooses the list that opens first. */
        readonly SetDefaultList: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
        };
        /** @description Changes the policy of everybody to whom none is assigned. */
        readonly SetDefaultPolicy: {
            /** @description What it says. */
            readonly rules: components["schemas"]["PolicyRules"];
        };
        /** @description An owner connects the team to the hospital's record, or changes the connection. */
        readonly SetEhrConnection: {
            /** @description What the team calls it. */
            readonly name: string;
            /** @description The FHIR base, as `https://fhir.example.org/r4`. */
            readonly url: string;
            /** @description How we say who we are. */
            readonly auth: components["schemas"]["EhrAuth"];
        };
        /** @description Says which id the hospital's directory knows somebody by. */
        readonly SetExternalId: {
            /** @description Whose. */
            readonly user: components["schemas"]["UserId"];
            /** @description The id; none where the directory no longer knows them. */
            readonly external_id?: string | null;
        };
        /** @description Changes the options of a choice field; one that is left out is archived. */
        readonly SetFieldOptions: {
            /** @description Which. */
            readonly field: components["schemas"]["FieldId"];
            /** @description The options, in their order; new ones without id. */
            readonly options: readonly components["schemas"]["ChoiceOption"][];
        };
        /** @description Chooses and orders a list's columns. Place and identity always come first and are not among them. */
        readonly SetListColumns: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
            /** @description The fields, in their order. */
            readonly columns: readonly components["schemas"]["FieldId"][];
        };
        /** @description Limits a list to named members, or opens it to the whole team. */
        readonly SetListMembers: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
            /** @description Who; null means the whole team. */
            readonly members: readonly components["schemas"]["UserId"][] | null;
        };
        /** @description Chooses the order that everybody sees first. */
        readonly SetListOrder: {
            /** @description Which. */
            readonly list: components["schemas"]["ListId"];
            /** @description By place, or as agreed by hand. */
            readonly order: components["schemas"]["ListOrder"];
        };
        /** @description An owner changes what a member may do. */
        readonly SetMemberRole: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
            /** @description From now on. */
            readonly role: components["schemas"]["Role"];
        };
        /** @description An owner switches scores on, changes how they are made, or switches them off. */
        readonly SetNews2: {
            readonly settings: components["schemas"]["News2Settings"] | null;
        };
        /** @description Says where a patient's stay has come to. */
        readonly SetPatientStatus: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description From now on. */
            readonly status: components["schemas"]["PatientStatus"];
        };
        /** @description Says who is responsible for a patient. An owner names anybody; a member, themselves. */
        readonly SetResponsible: {
            /** @description For whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Everybody who is responsible from now on: members of the team, not guests. */
            readonly users: readonly components["schemas"]["UserId"][];
        };
        /** @description An owner, or somebody who is responsible for a patient, protects her from the rest of the team, or no longer. */
        readonly SetSensitive: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Protected from now on? */
            readonly sensitive: boolean;
            /** @description Why. */
            readonly reason: string;
        };
        /** @description Gives an account another name to sign in with. */
        readonly SetSignInName: {
            /** @description Whose. */
            readonly user: components["schemas"]["UserId"];
            /** @description The name to sign in with. */
            readonly name: string;
        };
        /** @description A clinician chooses the scale by which a patient's SpO₂ is scored. */
        readonly SetSpo2Scale: {
            /** @description Whose. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Scale 2, for a target of 88 to 92 %; else scale 1. */
            readonly scale_2: boolean;
        };
        /** @description An owner chooses the time zone of the team's days and shifts. */
        readonly SetTimeZone: {
            /** @description Its IANA name. */
            readonly time_zone: string;
        };
        /** @description Sets a value, or clears it. */
        readonly SetValue: {
            /** @description Of whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which field. */
            readonly field: components["schemas"]["FieldId"];
            readonly value: components["schemas"]["Value"];
            /**
             * Format: int64
             * @description The newest sequence of the list that was applied when the edit began.
             */
            readonly based_on: number;
        };
        /**
         * @description FHIR's administrative gender.
         * @enum {string}
         */
        readonly Sex: "female" | "male" | "other" | "unknown";
        /**
         * @description How a file's letters are stored.
         * @enum {string}
         */
        readonly SheetEncoding: "utf8" | "utf16_le" | "utf16_be" | "windows1252";
        /** @description What can be wrong or worth knowing. The interface words it. */
        readonly SheetIssueKind: {
            /** @enum {string} */
            readonly kind: "quote_not_closed";
        } | {
            /** @enum {string} */
            readonly kind: "unreadable_characters";
        } | {
            /** @enum {string} */
            readonly kind: "hidden_row";
        } | {
            /** @enum {string} */
            readonly kind: "no_name";
        } | {
            /** @enum {string} */
            readonly kind: "name_too_long";
        } | {
            /** @enum {string} */
            readonly kind: "too_many_patients";
        } | {
            /** @enum {string} */
            readonly kind: "name_rest_unread";
        } | {
            /** @enum {string} */
            readonly kind: "unreadable_date";
        } | {
            /** @enum {string} */
            readonly kind: "impossible_date";
        } | {
            /** @enum {string} */
            readonly kind: "date_order_unclear";
        } | {
            /** @enum {string} */
            readonly kind: "century_unclear";
        } | {
            /** @enum {string} */
            readonly kind: "birth_date_in_future";
        } | {
            /** @enum {string} */
            readonly kind: "birth_date_too_long_ago";
        } | {
            /** @enum {string} */
            readonly kind: "no_time";
        } | {
            /** @enum {string} */
            readonly kind: "unreadable_sex";
        } | {
            /** @enum {string} */
            readonly kind: "unreadable_number";
        } | {
            /** @enum {string} */
            readonly kind: "number_unclear";
        } | {
            /** @enum {string} */
            readonly kind: "unreadable_checkbox";
        } | {
            /** @enum {string} */
            readonly kind: "identifier_damaged";
        } | {
            /** @enum {string} */
            readonly kind: "identifier_check_failed";
        } | {
            /** @enum {string} */
            readonly kind: "formula_error";
        } | {
            /** @enum {string} */
            readonly kind: "too_long";
        } | {
            /** @enum {string} */
            readonly kind: "lines_unclear";
        } | {
            /** @enum {string} */
            readonly kind: "shared_by_patients";
        } | {
            /** @enum {string} */
            readonly kind: "place_from_above";
        } | {
            /**
             * Format: int32
             * @description That row's number.
             */
            readonly first_row: number;
            /** @enum {string} */
            readonly kind: "same_identifier";
        } | {
            /**
             * Format: int32
             * @description That row's number.
             */
            readonly first_row: number;
            /** @enum {string} */
            readonly kind: "same_patient";
        };
        /** @description How a sheet was stored. */
        readonly SheetSource: {
            /** @description The encoding that was found, or wished. */
            readonly encoding: components["schemas"]["SheetEncoding"];
            /** @description The delimiter that was found, or wished. */
            readonly delimiter: components["schemas"]["Delimiter"];
            /** @enum {string} */
            readonly format: "delimited";
        } | {
            /** @enum {string} */
            readonly format: "xlsx";
        };
        /**
         * @description By what somebody proves who they are.
         * @enum {string}
         */
        readonly SignInMethod: "password" | "passkey" | "oidc" | "teams";
        /** @description The ways to sign in besides a password. */
        readonly SignInMethods: {
            /** @description The origin that passkeys are for; null where the operator has not set them up. */
            readonly passkey_origin?: string | null;
            readonly oidc?: components["schemas"]["OidcButton"] | null;
        };
        /** @description What follows a sign-out. */
        readonly SignedOut: {
            /** @description Where the session of the organization's provider ends: on a shared screen the next person would come in as the last one. */
            readonly continue_at: string;
        };
        /**
         * @description How an assertion is signed (SMART Backend Services names these two).
         * @enum {string}
         */
        readonly SigningAlgorithm: "ES384" | "RS384";
        /**
         * @description Why a row is no patient.
         * @enum {string}
         */
        readonly SkipReason: "empty" | "title" | "repeated_header" | "total" | "remark" | "empty_place";
        /** @description Rows that are no patients. */
        readonly SkippedRows: {
            /**
             * Format: int32
             * @description The first row's number.
             */
            readonly first_row: number;
            /**
             * Format: int32
             * @description The last row's number: the same, but for a run of empty rows.
             */
            readonly last_row: number;
            /** @description Why. */
            readonly reason: components["schemas"]["SkipReason"];
        };
        /** @description The scale by which SpO₂ is scored. */
        readonly Spo2Scale: {
            /** @enum {string} */
            readonly type: "scale_1";
        } | (components["schemas"]["Scale2Choice"] & {
            /** @enum {string} */
            readonly type: "scale_2";
        });
        /** @description Says which groups an identity provider claims for a user: of the groups that are fed by claims, they are in these and in no other. */
        readonly SyncClaimedGroups: {
            /** @description Who. */
            readonly user: components["schemas"]["UserId"];
            /** @description External ids of groups; those that are not known here are of no concern. */
            readonly external_ids: readonly string[];
        };
        /** @description A command to a team. It has no `Debug`: it carries what people wrote of patients. */
        readonly TeamCommand: (components["schemas"]["InstallApp"] & {
            /** @enum {string} */
            readonly type: "install_app";
        }) | (components["schemas"]["AddMember"] & {
            /** @enum {string} */
            readonly type: "add_member";
        }) | (components["schemas"]["RemoveMember"] & {
            /** @enum {string} */
            readonly type: "remove_member";
        }) | (components["schemas"]["SetMemberRole"] & {
            /** @enum {string} */
            readonly type: "set_member_role";
        }) | (components["schemas"]["CreateList"] & {
            /** @enum {string} */
            readonly type: "create_list";
        }) | (components["schemas"]["RenameList"] & {
            /** @enum {string} */
            readonly type: "rename_list";
        }) | (components["schemas"]["DeleteList"] & {
            /** @enum {string} */
            readonly type: "delete_list";
        }) | (components["schemas"]["RestoreList"] & {
            /** @enum {string} */
            readonly type: "restore_list";
        }) | (components["schemas"]["SetDefaultList"] & {
            /** @enum {string} */
            readonly type: "set_default_list";
        }) | (components["schemas"]["SetListMembers"] & {
            /** @enum {string} */
            readonly type: "set_list_members";
        }) | (components["schemas"]["JoinList"] & {
            /** @enum {string} */
            readonly type: "join_list";
        }) | (components["schemas"]["SetListColumns"] & {
            /** @enum {string} */
            readonly type: "set_list_columns";
        }) | (components["schemas"]["SetListOrder"] & {
            /** @enum {string} */
            readonly type: "set_list_order";
        }) | (components["schemas"]["AddField"] & {
            /** @enum {string} */
            readonly type: "add_field";
        }) | (components["schemas"]["RenameField"] & {
            /** @enum {string} */
            readonly type: "rename_field";
        }) | (components["schemas"]["MoveField"] & {
            /** @enum {string} */
            readonly type: "move_field";
        }) | (components["schemas"]["ArchiveField"] & {
            /** @enum {string} */
            readonly type: "archive_field";
        }) | (components["schemas"]["RestoreField"] & {
            /** @enum {string} */
            readonly type: "restore_field";
        }) | (components["schemas"]["SetFieldOptions"] & {
            /** @enum {string} */
            readonly type: "set_field_options";
        }) | (components["schemas"]["LockField"] & {
            /** @enum {string} */
            readonly type: "lock_field";
        }) | (components["schemas"]["AddPatient"] & {
            /** @enum {string} */
            readonly type: "add_patient";
        }) | (components["schemas"]["EditPatient"] & {
            /** @enum {string} */
            readonly type: "edit_patient";
        }) | (components["schemas"]["AddPatientToList"] & {
            /** @enum {string} */
            readonly type: "add_patient_to_list";
        }) | (components["schemas"]["MovePatient"] & {
            /** @enum {string} */
            readonly type: "move_patient";
        }) | (components["schemas"]["RemovePatientFromList"] & {
            /** @enum {string} */
            readonly type: "remove_patient_from_list";
        }) | (components["schemas"]["ReorderPatient"] & {
            /** @enum {string} */
            readonly type: "reorder_patient";
        }) | (components["schemas"]["SetPatientStatus"] & {
            /** @enum {string} */
            readonly type: "set_patient_status";
        }) | (components["schemas"]["MergePatients"] & {
            /** @enum {string} */
            readonly type: "merge_patients";
        }) | (components["schemas"]["UnmergePatients"] & {
            /** @enum {string} */
            readonly type: "unmerge_patients";
        }) | (components["schemas"]["SetValue"] & {
            /** @enum {string} */
            readonly type: "set_value";
        }) | (components["schemas"]["UndoValue"] & {
            /** @enum {string} */
            readonly type: "undo_value";
        }) | (components["schemas"]["Highlight"] & {
            /** @enum {string} */
            readonly type: "highlight";
        }) | (components["schemas"]["RemoveHighlight"] & {
            /** @enum {string} */
            readonly type: "remove_highlight";
        }) | (components["schemas"]["AddNote"] & {
            /** @enum {string} */
            readonly type: "add_note";
        }) | (components["schemas"]["EditNote"] & {
            /** @enum {string} */
            readonly type: "edit_note";
        }) | (components["schemas"]["DeleteNote"] & {
            /** @enum {string} */
            readonly type: "delete_note";
        }) | (components["schemas"]["RestoreNote"] & {
            /** @enum {string} */
            readonly type: "restore_note";
        }) | (components["schemas"]["ImportPatients"] & {
            /** @enum {string} */
            readonly type: "import_patients";
        }) | (components["schemas"]["UndoImport"] & {
            /** @enum {string} */
            readonly type: "undo_import";
        }) | (components["schemas"]["SetEhrConnection"] & {
            /** @enum {string} */
            readonly type: "set_ehr_connection";
        }) | (components["schemas"]["RemoveEhrConnection"] & {
            /** @enum {string} */
            readonly type: "remove_ehr_connection";
        }) | (components["schemas"]["AddEhrPatient"] & {
            /** @enum {string} */
            readonly type: "add_ehr_patient";
        }) | (components["schemas"]["LinkPatient"] & {
            /** @enum {string} */
            readonly type: "link_patient";
        }) | (components["schemas"]["UnlinkPatient"] & {
            /** @enum {string} */
            readonly type: "unlink_patient";
        }) | (components["schemas"]["AnswerEhrIdentity"] & {
            /** @enum {string} */
            readonly type: "answer_ehr_identity";
        }) | (components["schemas"]["SetNews2"] & {
            /** @enum {string} */
            readonly type: "set_news2";
        }) | (components["schemas"]["SetSpo2Scale"] & {
            /** @enum {string} */
            readonly type: "set_spo2_scale";
        }) | (components["schemas"]["SetSensitive"] & {
            /** @enum {string} */
            readonly type: "set_sensitive";
        }) | (components["schemas"]["SetResponsible"] & {
            /** @enum {string} */
            readonly type: "set_responsible";
        }) | (components["schemas"]["BreakGlass"] & {
            /** @enum {string} */
            readonly type: "break_glass";
        }) | (components["schemas"]["ReviewBreakGlass"] & {
            /** @enum {string} */
            readonly type: "review_break_glass";
        }) | (components["schemas"]["SetTimeZone"] & {
            /** @enum {string} */
            readonly type: "set_time_zone";
        });
        /** @description A command to a team. */
        readonly TeamCommandRequest: {
            /** @description Made by the client, a UUID version 7: the same again has one effect and the same answer. */
            readonly id: components["schemas"]["CommandId"];
            /** @description What is wanted. */
            readonly command: components["schemas"]["TeamCommand"];
        };
        /** @description A team, without anything in it. */
        readonly TeamEntryView: {
            /** @description Its id. */
            readonly id: components["schemas"]["TeamId"];
            /** @description Its name. */
            readonly name: string;
            /** @description Its first owner. */
            readonly owner: components["schemas"]["UserId"];
            /** @description The IANA time zone that it began with; its owners may have chosen another since. */
            readonly time_zone: string;
            /** @description When it was made. */
            readonly since: string;
            /** @description Groups whose users are members of it. */
            readonly groups: readonly components["schemas"]["TeamGroupView"][];
        };
        /** @description A group whose users are members of a team. */
        readonly TeamGroupView: {
            /** @description The group. */
            readonly group: components["schemas"]["GroupId"];
            /** @description What they are in the team. */
            readonly role: components["schemas"]["Role"];
        };
        /**
         * Format: uuid
         * @description A team: its installation, lists, patients and journal belong together.
         */
        readonly TeamId: string;
        /** @description What can be wrong between a sheet and a team. */
        readonly TeamIssueKind: {
            /** @enum {string} */
            readonly kind: "unknown_option";
        } | {
            /** @enum {string} */
            readonly kind: "unknown_member";
        } | {
            /** @enum {string} */
            readonly kind: "unclear_member";
        } | {
            /** @enum {string} */
            readonly kind: "other_unit";
        } | {
            /** @enum {string} */
            readonly kind: "unit_left_out";
        } | {
            /** @enum {string} */
            readonly kind: "control_character_removed";
        } | {
            /** @enum {string} */
            readonly kind: "too_many_items";
        } | {
            /** @enum {string} */
            readonly kind: "too_many_identifiers";
        } | {
            /** @enum {string} */
            readonly kind: "unknown_status";
        } | {
            /** @enum {string} */
            readonly kind: "birth_name_left_out";
        };
        /** @description What words mean. */
        readonly TextMeaning: {
            /** @description The words. */
            readonly text: string;
            /** @description What they mean. */
            readonly means: components["schemas"]["Acvpu"];
        };
        /**
         * @description What a command or address named that is not there.
         * @enum {string}
         */
        readonly Thing: "team" | "list" | "patient" | "field" | "note" | "member" | "user" | "group" | "policy" | "import" | "break_glass";
        /** @description Who did something, when, and at which sequence. */
        readonly Trace: {
            /**
             * Format: int64
             * @description The sequence of the change.
             */
            readonly sequence: number;
            /** @description Who. */
            readonly by: components["schemas"]["UserId"];
            /** @description When. */
            readonly at: string;
        };
        /** @description Takes a whole import back: who was added leaves the list, what was set is as before where nobody changed it since. */
        readonly UndoImport: {
            /** @description Which. */
            readonly import: components["schemas"]["ImportId"];
        };
        /** @description Takes back one's own last change of a value, as a new change. */
        readonly UndoValue: {
            /** @description Of whom. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description Which field. */
            readonly field: components["schemas"]["FieldId"];
        };
        /** @description Ends a group's membership of a team. */
        readonly UnlinkGroupFromTeam: {
            /** @description Which team. */
            readonly team: components["schemas"]["TeamId"];
            /** @description Which group. */
            readonly group: components["schemas"]["GroupId"];
        };
        /** @description Says that a person of an identity provider is this user no longer. */
        readonly UnlinkIdentity: {
            /** @description Whose account. */
            readonly user: components["schemas"]["UserId"];
            /** @description The provider: the `iss` of its tokens. */
            readonly issuer: string;
            /** @description The person there: `sub`, and with Entra the object id. */
            readonly subject: string;
        };
        /** @description Ends a patient's link to the record. */
        readonly UnlinkPatient: {
            /** @description Who. */
            readonly patient: components["schemas"]["PatientId"];
        };
        /** @description What unlocks a session: a PIN, or a passkey's answer with its challenge. */
        readonly Unlocking: {
            /** @description The PIN. */
            readonly pin?: string | null;
            /** @description Of what the browser was asked. */
            readonly challenge?: string | null;
            /** @description A `PublicKeyCredential` as JSON. */
            readonly credential?: Record<string, never> | null;
        };
        /** @description They are two persons after all. */
        readonly UnmergePatients: {
            /** @description The one that was kept. */
            readonly patient: components["schemas"]["PatientId"];
            /** @description The other one. */
            readonly duplicate: components["schemas"]["PatientId"];
        };
        /** @description Something that somebody else changed since. */
        readonly Unseen: {
            /** @description What. */
            readonly thing: components["schemas"]["MarkedThing"];
            /** @description Its last change. */
            readonly changed: components["schemas"]["Trace"];
        };
        /** @description What others changed on a list since somebody looked. */
        readonly UnseenView: {
            /** @description What, and when. */
            readonly unseen: readonly components["schemas"]["Unseen"][];
            /**
             * Format: int64
             * @description The team's sequence that this is true at.
             */
            readonly sequence: number;
        };
        /** @description Changes a group's name and id of the directory. */
        readonly UpdateGroup: {
            /** @description Which. */
            readonly group: components["schemas"]["GroupId"];
            /** @description Its name. */
            readonly name: string;
            /** @description The id that the hospital's directory, or a claim, knows it by. */
            readonly external_id?: string | null;
        };
        /** @description Changes a policy. It acts on those who are signed in at once. */
        readonly UpdatePolicy: {
            /** @description Which. */
            readonly policy: components["schemas"]["PolicyId"];
            /** @description Its name. */
            readonly name: string;
            /** @description What it says. */
            readonly rules: components["schemas"]["PolicyRules"];
        };
        /** @description Changes an account. */
        readonly UpdateUser: {
            /** @description Whose. */
            readonly user: components["schemas"]["UserId"];
            /** @description The name that others see. */
            readonly name: string;
            /** @description The language to address them in. */
            readonly language: components["schemas"]["Language"];
            /** @description May make users and teams. */
            readonly administrator: boolean;
            /** @description May search the audit. */
            readonly auditor?: boolean;
            /** @description May be taken into discovery cases. */
            readonly discovery?: boolean;
        };
        /**
         * Format: uuid
         * @description A person with an account of the organization.
         */
        readonly UserId: string;
        /** @description An account. */
        readonly UserView: {
            /** @description Its id. */
            readonly id: components["schemas"]["UserId"];
            /** @description The name to sign in with. */
            readonly user: string;
            /** @description The name that others see. */
            readonly name: string;
            /** @description The language they are addressed in. */
            readonly language: components["schemas"]["Language"];
            /** @description May make users and teams. */
            readonly administrator: boolean;
            /** @description May search the audit. */
            readonly auditor: boolean;
            /** @description May be taken into discovery cases. */
            readonly discovery: boolean;
            /** @description May no longer sign in. */
            readonly disabled: boolean;
            /** @description When the account was made. */
            readonly since: string;
            /** @description Whom identity providers know them as. */
            readonly identities: readonly components["schemas"]["ExternalIdentity"][];
            /** @description The id that the hospital's directory knows them by. */
            readonly external_id?: string | null;
            readonly policy?: components["schemas"]["PolicyId"] | null;
        };
        /** @description A value, shaped by its field's type: text, place, number (as written), date, date_time and member are strings, a choice is the option's id, choices are ids, a checkbox a boolean, a checklist its items, a chart what the record says; null is no value. */
        readonly Value: null | string | boolean | number | readonly number[] | readonly components["schemas"]["ChecklistItem"][] | components["schemas"]["ChartValue"];
        /** @description A value with its last change. */
        readonly ValueView: {
            /** @description The field. */
            readonly field: components["schemas"]["FieldId"];
            /** @description The value. */
            readonly value: components["schemas"]["Value"];
            readonly changed?: components["schemas"]["Trace"] | null;
            /** @description The text became of two edits. */
            readonly merged: boolean;
            /** @description Whether the reader made the last change and can take it back. */
            readonly undoable: boolean;
        };
        /** @description Who comes, signed in or not. */
        readonly Visitor: {
            readonly me?: components["schemas"]["Me"] | null;
        };
        /** @description A patient's page; without patient, none. */
        readonly Watch: {
            readonly patient?: components["schemas"]["PatientId"] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly read_break_glass_of_all: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The openings, by team */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditedBreakGlassView"];
                };
            };
            /** @description Only auditors */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly review_break_glass: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly access: components["schemas"]["BreakGlassId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewRequest"];
            };
        };
        readonly responses: {
            /** @description Reviewed */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Only auditors, and not their own */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else reviewed it before */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_ehr_keys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A JSON Web Key Set */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicKeys"];
                };
            };
        };
    };
    readonly enrol: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EnrolmentRequest"];
            };
        };
        readonly responses: {
            /** @description The password is set: sign in with it */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The link is not good */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The password or the name is not accepted */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly inspect: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkToken"];
            };
        };
        readonly responses: {
            /** @description The link is good */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Link"];
                };
            };
            /** @description The link is not good */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_me: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who is signed in */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nobody is signed in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_my_factors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MyFactors"];
                };
            };
        };
    };
    readonly add_passkey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewPasskey"];
            };
        };
        readonly responses: {
            /** @description Added */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The answer or the name is not accepted, or it is to be begun again */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_passkey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Confirmation"];
            };
        };
        readonly responses: {
            /** @description What to ask */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            /** @description Passkeys are not set up, or there are too many */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The password is wrong */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly remove_passkey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly passkey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Removed */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such passkey */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly change_password: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordChange"];
            };
        };
        readonly responses: {
            /** @description Changed */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The current password is wrong, or the new one is not accepted */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly set_pin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewPin"];
            };
        };
        readonly responses: {
            /** @description Set */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The password is wrong, or the PIN is not accepted */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly remove_pin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Removed */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly list_my_sessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One's sessions */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MySessions"];
                };
            };
        };
    };
    readonly end_my_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly reference: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ended */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description One has no such session */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_two_steps: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Confirmation"];
            };
        };
        readonly responses: {
            /** @description What to tell the app, shown only once */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthenticatorSecret"];
                };
            };
            /** @description It is on already */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The password is wrong */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly confirm_two_steps: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Code"];
            };
        };
        readonly responses: {
            /** @description It is on; the recovery codes, shown only once */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description It was not begun, or is on already */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The code is wrong */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly end_two_steps: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Confirmation"];
            };
        };
        readonly responses: {
            /** @description It is off */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is off already */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The password is wrong */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly renew_recovery_codes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Confirmation"];
            };
        };
        readonly responses: {
            /** @description The recovery codes, shown only once */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Two-step sign-in is off */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The password is wrong */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_organization: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Users and teams */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly command_organization: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrganizationCommandRequest"];
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganizationCommandAnswer"];
                };
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The state does not allow it */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly remove_factors_of_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: components["schemas"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Removed */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly policy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: components["schemas"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The effective policy, why, and what it beats */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EffectivePolicy"];
                };
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly end_sessions_of_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: components["schemas"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ended */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_provisioning_tokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tokens, without themselves */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProvisioningTokens"];
                };
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly issue_provisioning_token: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewProvisioningToken"];
            };
        };
        readonly responses: {
            /** @description The token, once */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuedProvisioningToken"];
                };
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is not accepted, or there are too many */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revoke_provisioning_token: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description There is no such token any more */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Only administrators */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description Nobody is signed in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sign_in: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Credentials"];
            };
        };
        readonly responses: {
            /** @description Programs: the token */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionToken"];
                };
            };
            /** @description Browsers: a cookie */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The name or the password is wrong; or they are right, and a second factor is awaited under a `challenge` */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failures */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sign_out: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Signed out here */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignedOut"];
                };
            };
            /** @description Signed out */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly note_activity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Noted */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the session is locked */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly lock_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Locked */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_visitor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who is signed in, or that nobody is */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Visitor"];
                };
            };
        };
    };
    readonly read_sign_in_methods: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The ways */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignInMethods"];
                };
            };
        };
    };
    readonly begin_oidc: {
        readonly parameters: {
            readonly query?: {
                /** @description The page of this server to come back to. */
                readonly return?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description To the provider; to the first page where it cannot be asked */
            readonly 303: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no provider */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly finish_oidc: {
        readonly parameters: {
            readonly query?: {
                /** @description To be exchanged for who they are. */
                readonly code?: string;
                /** @description As it was sent there. */
                readonly state?: string;
                /** @description The provider's issuer. */
                readonly iss?: string;
                /** @description Why it refused. */
                readonly error?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description To the page that was wanted, with a session; to the first page where nobody came in */
            readonly 303: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no provider */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly sign_in_by_passkey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasskeyAnswer"];
            };
        };
        readonly responses: {
            /** @description Programs: the token */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionToken"];
                };
            };
            /** @description Browsers: a cookie */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The passkey is not known, or it is to be begun again */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failures */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_passkey_sign_in: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What to ask */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            /** @description Passkeys are not set up */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly finish_sign_in: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecondFactorAnswer"];
            };
        };
        readonly responses: {
            /** @description Programs: the token */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionToken"];
                };
            };
            /** @description Browsers: a cookie */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The second factor is wrong, or the sign-in is to be begun again */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failures */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ask_second_factor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecondFactorChallenge"];
            };
        };
        readonly responses: {
            /** @description What to ask */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description The sign-in is to be begun again */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no passkey */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly unlock_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Unlocking"];
            };
        };
        readonly responses: {
            /** @description Unlocked */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or not any more */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The PIN or the passkey is wrong */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly begin_unlock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What to ask */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            /** @description Nobody is signed in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no passkey */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly mine: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description My teams */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MyTeams"];
                };
            };
        };
    };
    readonly read_team: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The team */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NamedTeamView"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_break_glass: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The openings */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BreakGlassView"];
                };
            };
            /** @description Only owners */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly command_team: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TeamCommandRequest"];
            };
        };
        readonly responses: {
            /** @description Done, and on disk */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description The role does not allow it */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description A conflict, or a question to answer */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The disk is full: nothing was changed */
            readonly 507: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly probe_ehr: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EhrProbe"];
            };
        };
        readonly responses: {
            /** @description What it says */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Found"];
                };
            };
            /** @description Only owners */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The address or the credentials are not valid, or not allowed by the operator */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The record cannot be asked, or says nothing that can be read */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly search_ehr: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EhrSearch"];
            };
        };
        readonly responses: {
            /** @description Who was found */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EhrSearchAnswer"];
                };
            };
            /** @description The role does not allow it */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The team is not connected to a record */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The criteria are too wide, or a reason is wanted */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The record cannot be asked, or says nothing that can be read */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_list: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListView"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly copy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CopyRequest"];
            };
        };
        readonly responses: {
            /** @description Journalled */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A patient is not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly export_list: {
        readonly parameters: {
            readonly query: {
                /** @description The format. */
                readonly format: components["schemas"]["ExportFormat"];
                /** @description What separates the cells of a CSV; absent means as programs of the reader's language expect it. */
                readonly delimiter?: components["schemas"]["Delimiter"];
            };
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": readonly number[];
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": readonly number[];
                };
            };
            /** @description Guests take nothing out */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The format does not hold the list (`list_unwritable`) */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly preview_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        readonly responses: {
            /** @description The sheet, read */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description The role does not allow it, or a field is locked */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The file cannot be read (`sheet_unreadable`), or the mapping not used (`mapping_refused`) */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly mark_seen: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SeenRequest"];
            };
        };
        readonly responses: {
            /** @description Unmarked */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly unseen: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What others changed */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnseenView"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly widths: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Widths in CSS pixels */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ColumnWidths"];
                };
            };
        };
    };
    readonly set_widths: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly list: components["schemas"]["ListId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ColumnWidths"];
            };
        };
        readonly responses: {
            /** @description Kept */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly connect: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A WebSocket */
            readonly 101: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_patient: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly patient: components["schemas"]["PatientId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The patient */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PatientView"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly read_chart: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly patient: components["schemas"]["PatientId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The chart */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChartView"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The patient is not linked to the record */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The record cannot be asked, and no chart of the last 24 hours is kept */
            readonly 502: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly history: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team: components["schemas"]["TeamId"];
                readonly patient: components["schemas"]["PatientId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The history */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HistoryView"];
                };
            };
            /** @description Not there, or not yours */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly directory: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Everybody with an open account */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryView"];
                };
            };
        };
    };
    readonly health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The process answers */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly metrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Counters */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly ready: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Requests can be served */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The journal does not answer */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
