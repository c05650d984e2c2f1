// Made by `npm run api:types` from /openapi.json.

export interface paths {
    "/api/auth/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as the demo diner or chef, in demo mode */
        post: operations["signInToDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: the tokens of this sign-in die at once */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange a refresh token for the next pair */
        post: operations["refreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an account and sign in; the tokens open nothing if the address has an account already */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own bookings, as the diner or in the chef's inbox */
        get: operations["listBookings"];
        put?: never;
        /** Ask a chef for a meal */
        post: operations["requestBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One booking with its history */
        get: operations["getBooking"];
        /**
         * Answer or settle a booking, as its chef
         * @description A booking changes only along these steps:
         *     - pending → confirmed: confirm, by chef (before the deadline)
         *     - pending → declined: decline, by chef (reason from chef)
         *     - pending → cancelled: withdraw, by diner
         *     - pending → pending: reschedule, by diner (before the deadline)
         *     - pending → pending: edit, by diner (before the deadline)
         *     - pending → expired: expire, by system (after the deadline)
         *     - confirmed → cancelled: cancel, by diner or chef (before the start; reason from chef)
         *     - confirmed → confirmed: ask_move, by diner or chef (until 2 hours before the start)
         *     - confirmed → confirmed: accept_move, by diner or chef (of a move that the other side asked for; before the deadline)
         *     - confirmed → confirmed: decline_move, by diner or chef (of a move that the other side asked for)
         *     - confirmed → confirmed: withdraw_move, by diner or chef (of their own move)
         *     - confirmed → confirmed: lapse_move, by system (of a move; after the deadline)
         *     - confirmed → completed: complete, by chef or system (after the end)
         *     - confirmed → no_show: no_show, by chef (after the start)
         */
        put: operations["changeBookingStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a request before it is answered, as its diner
         * @description What is not sent stays, null takes away. Times move by the reschedule.
         */
        patch: operations["editRequest"];
        trace?: never;
    };
    "/api/coocook/bookings/{id}/allergies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell the allergies of the party, as its diner, until the meal
         * @description After the confirmation the chef is asked to read them again.
         */
        put: operations["tellAllergies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}/allergies/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that changed allergies were read, as the chef */
        post: operations["confirmAllergiesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What cancelling would give back */
        get: operations["previewCancellation"];
        put?: never;
        /** Withdraw a request or cancel a meal, as its diner */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}/move/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the new time that the other side asks for */
        post: operations["acceptMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}/move/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline the new time: the meal stays as it was confirmed */
        post: operations["declineMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}/move/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask no longer for the new time */
        post: operations["withdrawMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to move a confirmed meal, as its diner or its chef; or move a request
         * @description A confirmed meal keeps its time and terms until the other side accepts; both times are held.
         *     In place of an answer, the other side may ask for another time.
         *     A request gets its new time at once, by its diner alone.
         */
        post: operations["rescheduleBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/bookings/{id}/rescue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could cook in the place of a chef who declined or did not answer */
        get: operations["previewRescue"];
        put?: never;
        /** Ask those chefs; the first to confirm wins, and the other requests are withdrawn */
        post: operations["rescueBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/chefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find chefs
         * @description Pages go up to the 10,000th chef. With `date`, the first 1,000 who may be free that day are looked at. What may lie beyond is told by `total_is_at_least`; asking for a page of it is answered with 422.
         */
        get: operations["findChefs"];
        put?: never;
        /** Become a chef */
        post: operations["becomeChef"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/chefs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One chef */
        get: operations["getChef"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit your own profile */
        patch: operations["editChef"];
        trace?: never;
    };
    "/api/coocook/chefs/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own schedule as a chef */
        get: operations["getSchedule"];
        /** Put a schedule in the place of the old one; bookings stay as they are */
        put: operations["replaceSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/chefs/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bookable starts of a chef, day by day
         * @description For a meal of three hours, or the nearest length that the chef offers, unless asked for another.
         */
        get: operations["listSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans on offer */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your subscriptions, newest first */
        get: operations["listSubscriptions"];
        put?: never;
        /** Subscribe */
        post: operations["subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your subscriptions */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/subscriptions/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it run out at the end of its period */
        post: operations["cancelSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coocook/subscriptions/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it renew again */
        post: operations["resumeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Date and start time are local to the time zone. */
        Booking: {
            /** @example null */
            address: string | null;
            /**
             * @example [
             *       "peanuts"
             *     ]
             */
            allergies: string[] | null;
            /** @description Told otherwise after the confirmation, and not read by the chef yet. */
            allergies_changed_at: string | null;
            allergies_read_at: string | null;
            /** @example Traces are fine. */
            allergy_notes: string | null;
            /**
             * Format: date
             * @description From 1970-01-01 to 2199-12-31.
             * @example 2026-12-05
             */
            booking_date: string;
            /** @enum {string} */
            cancellation_policy: "flexible" | "moderate" | "strict";
            /** @example Korean */
            chef_cuisine: string;
            /**
             * Format: int32
             * @example 7
             */
            chef_id: number;
            /** @example Park Min-jun */
            chef_name: string;
            /** Format: date-time */
            created_at: string;
            /** @example USD */
            currency: string;
            /** @example [] */
            dietary_needs: string[];
            /** @example Kim Seo-yeon */
            diner_name: string;
            /** @example Mapo-gu */
            district: string | null;
            /** @example 3 */
            duration_hours: number;
            /**
             * Format: date-time
             * @example 2026-12-05T12:00:00.000Z
             */
            ends_at: string;
            expires_at: string | null;
            /** @example 4 */
            guests: number;
            /**
             * Format: int32
             * @example 7
             */
            id: number;
            /** @description The time that a confirmed meal may move to: held until it is answered. */
            move: {
                /** @enum {string} */
                asked_by: "diner" | "chef";
                /**
                 * Format: date
                 * @description From 1970-01-01 to 2199-12-31.
                 * @example 2026-12-05
                 */
                booking_date: string;
                /** @example 3 */
                duration_hours: number;
                /**
                 * Format: date-time
                 * @example 2026-12-05T12:00:00.000Z
                 */
                ends_at: string;
                /** Format: date-time */
                expires_at: string;
                /** @example 18:00 */
                start_time: string;
                /** Format: date-time */
                starts_at: string;
            } | null;
            /**
             * @description Per hour, in minor units.
             * @example 12000
             */
            price_per_session: number;
            /** @example 36000 */
            refund_amount: number | null;
            /** @description The booking whose wish this one repeats. */
            rescue_of: number | null;
            /** @example A birthday: a cake, please. */
            special_requests: string | null;
            /** @example 18:00 */
            start_time: string;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "pending" | "confirmed" | "declined" | "cancelled" | "expired" | "completed" | "no_show";
            /** @example Asia/Seoul */
            time_zone: string;
            /**
             * @description In minor units.
             * @example 36000
             */
            total_price: number;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int32
             * @example 7
             */
            user_id: number;
        };
        /** @description A booking with all that happened to it. */
        BookingDetail: {
            /** @example null */
            address: string | null;
            /**
             * @example [
             *       "peanuts"
             *     ]
             */
            allergies: string[] | null;
            /** @description Told otherwise after the confirmation, and not read by the chef yet. */
            allergies_changed_at: string | null;
            allergies_read_at: string | null;
            /** @example Traces are fine. */
            allergy_notes: string | null;
            /**
             * Format: date
             * @description From 1970-01-01 to 2199-12-31.
             * @example 2026-12-05
             */
            booking_date: string;
            /** @enum {string} */
            cancellation_policy: "flexible" | "moderate" | "strict";
            /** @example Korean */
            chef_cuisine: string;
            /**
             * Format: int32
             * @example 7
             */
            chef_id: number;
            /** @example Park Min-jun */
            chef_name: string;
            /** Format: date-time */
            created_at: string;
            /** @example USD */
            currency: string;
            /** @example [] */
            dietary_needs: string[];
            /** @example Kim Seo-yeon */
            diner_name: string;
            /** @example Mapo-gu */
            district: string | null;
            /** @example 3 */
            duration_hours: number;
            /**
             * Format: date-time
             * @example 2026-12-05T12:00:00.000Z
             */
            ends_at: string;
            expires_at: string | null;
            /** @example 4 */
            guests: number;
            history: {
                /** @example request */
                action: string;
                /** @enum {string} */
                actor: "diner" | "chef" | "system";
                /** @description The time that a move is about. */
                asked_starts_at: string | null;
                /** Format: date-time */
                at: string;
                from_status: ("pending" | "confirmed" | "declined" | "cancelled" | "expired" | "completed" | "no_show") | null;
                old_starts_at: string | null;
                /** @example The party had to be called off. */
                reason: string | null;
                /** @enum {string} */
                to_status: "pending" | "confirmed" | "declined" | "cancelled" | "expired" | "completed" | "no_show";
            }[];
            /**
             * Format: int32
             * @example 7
             */
            id: number;
            /** @description The time that a confirmed meal may move to: held until it is answered. */
            move: {
                /** @enum {string} */
                asked_by: "diner" | "chef";
                /**
                 * Format: date
                 * @description From 1970-01-01 to 2199-12-31.
                 * @example 2026-12-05
                 */
                booking_date: string;
                /** @example 3 */
                duration_hours: number;
                /**
                 * Format: date-time
                 * @example 2026-12-05T12:00:00.000Z
                 */
                ends_at: string;
                /** Format: date-time */
                expires_at: string;
                /** @example 18:00 */
                start_time: string;
                /** Format: date-time */
                starts_at: string;
            } | null;
            /**
             * @description Per hour, in minor units.
             * @example 12000
             */
            price_per_session: number;
            /** @example 36000 */
            refund_amount: number | null;
            /** @description The booking whose wish this one repeats. */
            rescue_of: number | null;
            /** @example A birthday: a cake, please. */
            special_requests: string | null;
            /** @example 18:00 */
            start_time: string;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "pending" | "confirmed" | "declined" | "cancelled" | "expired" | "completed" | "no_show";
            /** @example Asia/Seoul */
            time_zone: string;
            /**
             * @description In minor units.
             * @example 36000
             */
            total_price: number;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int32
             * @example 7
             */
            user_id: number;
        };
        /** @description A private chef, as anyone may see. */
        Chef: {
            /** @example Cooks what his grandmother cooked. */
            bio: string;
            /** @enum {string} */
            cancellation_policy: "flexible" | "moderate" | "strict";
            /** @example Korean */
            cuisine_type: string;
            /** @example USD */
            currency: string;
            /**
             * Format: int32
             * @example 7
             */
            id: number;
            /** @example Seoul */
            location: string;
            /** @example 8 */
            max_guests: number;
            /** @example 6 */
            max_hours: number;
            min_hours: number;
            /** @example Park Min-jun */
            name: string;
            photo_url: string | null;
            /**
             * @description Per hour, in minor units of the currency.
             * @example 12000
             */
            price_per_session: number;
            /** @example 4.8 */
            rating: number | null;
            /** @example 31 */
            rating_count: number;
            /** @example Asia/Seoul */
            time_zone: string;
        };
        /** @description A private chef with all that their page tells. */
        ChefProfile: {
            /** @example Cooks what his grandmother cooked. */
            bio: string;
            /** @enum {string} */
            cancellation_policy: "flexible" | "moderate" | "strict";
            /** @example Korean */
            cuisine_type: string;
            /** @example USD */
            currency: string;
            /** @description Further pictures, in the chef's order. */
            gallery: {
                /** @example A table laid for four */
                alt: string;
                /**
                 * Format: uri-reference
                 * @example /files/7
                 */
                url: string;
            }[];
            /**
             * Format: int32
             * @example 7
             */
            id: number;
            /** @description Part of the price. Once anything is named, all else is not. */
            included: ("shopping" | "groceries" | "tools" | "table_setting" | "tableware" | "serving" | "cleaning" | "drinks")[];
            /** @description Needed in the diner's kitchen. */
            kitchen_needs: ("hob_two" | "hob_four" | "gas_flame" | "oven" | "grill" | "fridge" | "freezer" | "blender" | "rice_cooker" | "worktop")[];
            /** @example A large pot helps. */
            kitchen_notes: string | null;
            /**
             * @description Spoken with diners; ISO 639-1.
             * @example [
             *       "ko",
             *       "en"
             *     ]
             */
            languages: ("aa" | "ab" | "ae" | "af" | "ak" | "am" | "an" | "ar" | "as" | "av" | "ay" | "az" | "ba" | "be" | "bg" | "bi" | "bm" | "bn" | "bo" | "br" | "bs" | "ca" | "ce" | "ch" | "co" | "cr" | "cs" | "cu" | "cv" | "cy" | "da" | "de" | "dv" | "dz" | "ee" | "el" | "en" | "eo" | "es" | "et" | "eu" | "fa" | "ff" | "fi" | "fj" | "fo" | "fr" | "fy" | "ga" | "gd" | "gl" | "gn" | "gu" | "gv" | "ha" | "he" | "hi" | "ho" | "hr" | "ht" | "hu" | "hy" | "hz" | "ia" | "id" | "ie" | "ig" | "ii" | "ik" | "io" | "is" | "it" | "iu" | "ja" | "jv" | "ka" | "kg" | "ki" | "kj" | "kk" | "kl" | "km" | "kn" | "ko" | "kr" | "ks" | "ku" | "kv" | "kw" | "ky" | "la" | "lb" | "lg" | "li" | "ln" | "lo" | "lt" | "lu" | "lv" | "mg" | "mh" | "mi" | "mk" | "ml" | "mn" | "mr" | "ms" | "mt" | "my" | "na" | "nb" | "nd" | "ne" | "ng" | "nl" | "nn" | "no" | "nr" | "nv" | "ny" | "oc" | "oj" | "om" | "or" | "os" | "pa" | "pi" | "pl" | "ps" | "pt" | "qu" | "rm" | "rn" | "ro" | "ru" | "rw" | "sa" | "sc" | "sd" | "se" | "sg" | "si" | "sk" | "sl" | "sm" | "sn" | "so" | "sq" | "sr" | "ss" | "st" | "su" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "ti" | "tk" | "tl" | "tn" | "to" | "tr" | "ts" | "tt" | "tw" | "ty" | "ug" | "uk" | "ur" | "uz" | "ve" | "vi" | "vo" | "wa" | "wo" | "xh" | "yi" | "yo" | "za" | "zh" | "zu")[];
            /** @example Seoul */
            location: string;
            /** @example 8 */
            max_guests: number;
            /** @example 6 */
            max_hours: number;
            menus: {
                /**
                 * @default null
                 * @example Seven dishes, served together.
                 */
                description: string | null;
                dishes: {
                    /** @example Galbi-jjim */
                    name: string;
                    /**
                     * @default null
                     * @example Braised for six hours
                     */
                    notes: string | null;
                }[];
                /** @example An evening in Jeonju */
                name: string;
            }[];
            min_hours: number;
            /** @example Park Min-jun */
            name: string;
            /** @description Not part of the price. */
            not_included: ("shopping" | "groceries" | "tools" | "table_setting" | "tableware" | "serving" | "cleaning" | "drinks")[];
            photo_url: string | null;
            /**
             * @description Per hour, in minor units of the currency.
             * @example 12000
             */
            price_per_session: number;
            /** @example 4.8 */
            rating: number | null;
            /** @example 31 */
            rating_count: number;
            /** @example Asia/Seoul */
            time_zone: string;
        };
        /** @description What a subscription costs and how often. */
        Plan: {
            /** @example USD */
            currency: string;
            /**
             * Format: int32
             * @example 7
             */
            id: number;
            /** @enum {string} */
            interval: "month" | "year";
            /** @example Monthly */
            name: string;
            /**
             * @description Per interval, in minor units of the currency.
             * @example 900
             */
            price: number;
            /** @example coocook-monthly */
            slug: string;
        };
        /** @description What went wrong, as RFC 9457 tells it. */
        Problem: {
            detail: string;
            errors?: {
                detail: string;
                pointer: string;
            }[];
            instance: string;
            request_id: string;
            status: number;
            title: string;
            /** Format: uri */
            type: string;
        };
        /** @description The refund now, and until when each amount is given. */
        Refund: {
            /**
             * @description Given back if the diner cancels now, in minor units.
             * @example 36000
             */
            amount: number;
            /** @example USD */
            currency: string;
            steps: {
                /** @example 36000 */
                amount: number;
                until: string | null;
            }[];
        };
        /** @description The chefs who would be asked, and what each would cost. */
        Rescue: {
            candidates: {
                /** @example Korean */
                chef_cuisine: string;
                /**
                 * Format: int32
                 * @example 7
                 */
                chef_id: number;
                /** @example Park Min-jun */
                chef_name: string;
                /** @example USD */
                currency: string;
                /** @example 36000 */
                total_price: number;
            }[];
        };
        /** @description When a chef works; all times are local to the chef's zone. */
        Schedule: {
            buffer_after_minutes: number;
            buffer_before_minutes: number;
            exceptions: ({
                /**
                 * Format: date
                 * @description From 1970-01-01 to 2199-12-31.
                 * @example 2026-12-05
                 */
                date: string;
                /** @constant */
                kind: "day_off";
            } | {
                /**
                 * @description Not after "opens" means on the next day.
                 * @example 22:00
                 */
                closes: string;
                /**
                 * Format: date
                 * @description From 1970-01-01 to 2199-12-31.
                 * @example 2026-12-05
                 */
                date: string;
                /** @constant */
                kind: "extra_hours";
                /** @example 11:00 */
                opens: string;
            })[];
            horizon_days: number;
            /** @example 4 */
            max_guests: number;
            /** @example 3 */
            max_hours: number;
            /** @example 3 */
            min_hours: number;
            minimum_notice_hours: number;
            /** @enum {number} */
            start_step_minutes: 15 | 30 | 60;
            /** @example Asia/Seoul */
            time_zone: string;
            weekly_hours: {
                /**
                 * @description Not after "opens" means on the next day.
                 * @example 22:00
                 */
                closes: string;
                /** @example 11:00 */
                opens: string;
                /** @description ISO 8601: 1 is Monday, 7 is Sunday. */
                weekday: number;
            }[];
        };
        /** @description The starts that can be booked, day by day. */
        Slots: {
            /**
             * Format: int32
             * @example 7
             */
            chef_id: number;
            days: {
                /**
                 * Format: date
                 * @example 2026-12-05
                 */
                date: string;
                starts: {
                    /** Format: date-time */
                    ends_at: string;
                    /**
                     * @description HH:MM; with its offset when the clocks show that time twice and this is the second.
                     * @example 18:00
                     */
                    start_time: string;
                    /** Format: date-time */
                    starts_at: string;
                }[];
            }[];
            /** @example 3 */
            duration_hours: number;
            /** @example Asia/Seoul */
            time_zone: string;
        };
        StoredSchedule: {
            buffer_after_minutes: number;
            buffer_before_minutes: number;
            /**
             * Format: int32
             * @example 7
             */
            chef_id: number;
            exceptions: ({
                /**
                 * Format: date
                 * @description From 1970-01-01 to 2199-12-31.
                 * @example 2026-12-05
                 */
                date: string;
                /** @constant */
                kind: "day_off";
            } | {
                /**
                 * @description Not after "opens" means on the next day.
                 * @example 22:00
                 */
                closes: string;
                /**
                 * Format: date
                 * @description From 1970-01-01 to 2199-12-31.
                 * @example 2026-12-05
                 */
                date: string;
                /** @constant */
                kind: "extra_hours";
                /** @example 11:00 */
                opens: string;
            })[];
            horizon_days: number;
            /** @example 4 */
            max_guests: number;
            /** @example 3 */
            max_hours: number;
            /** @example 3 */
            min_hours: number;
            minimum_notice_hours: number;
            /** @description Live bookings to come that lie outside these hours; they stand. */
            outside_bookings: {
                /**
                 * Format: int32
                 * @example 7
                 */
                booking_id: number;
                /** Format: date-time */
                ends_at: string;
                /** Format: date-time */
                starts_at: string;
            }[];
            /** @enum {number} */
            start_step_minutes: 15 | 30 | 60;
            /** @example Asia/Seoul */
            time_zone: string;
            weekly_hours: {
                /**
                 * @description Not after "opens" means on the next day.
                 * @example 22:00
                 */
                closes: string;
                /** @example 11:00 */
                opens: string;
                /** @description ISO 8601: 1 is Monday, 7 is Sunday. */
                weekday: number;
            }[];
        };
        /** @description It renews at the end of its period unless cancelled. */
        Subscription: {
            cancel_at_period_end: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @example 2027-01-05T09:00:00.000Z
             */
            current_period_end: string;
            /** Format: date-time */
            current_period_start: string;
            /**
             * Format: int32
             * @example 7
             */
            id: number;
            plan: components["schemas"]["Plan"];
            /** @example coocook */
            service: string;
            /** @enum {string} */
            status: "active" | "ended";
        };
        /** @description A sign-in: send the access token as a bearer token. */
        Tokens: {
            /** @example eyJhbGciOiJIUzI1NiJ9.e30.c2ln */
            access_token: string;
            /**
             * @description Seconds that the access token is valid.
             * @example 3600
             */
            expires_in: number;
            /** @example 604800 */
            refresh_expires_in: number;
            /** @example q3Zk0W7b */
            refresh_token: string;
            /** @constant */
            token_type: "Bearer";
            user: components["schemas"]["User"];
        };
        /** @description The signed-in user. */
        User: {
            /**
             * Format: email
             * @example diner@example.com
             */
            email: string;
            /**
             * Format: int32
             * @example 7
             */
            id: number;
            /** @example Kim Seo-yeon */
            name: string;
            /** @enum {string} */
            role: "user" | "admin";
        };
    };
    responses: never;
    parameters: {
        /**
         * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
         * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
         */
        "Idempotency-Key": string;
        /**
         * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
         * @example "3-q1Zp"
         */
        "If-Match": string;
        /**
         * @description The ETag of the answer that one has: only another one is sent.
         * @example "3-q1Zp"
         */
        "If-None-Match": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The version of what is told.
         * @example "3-q1Zp"
         */
        ETag: string;
        /**
         * @description Whether the answer is that of an earlier request.
         * @example false
         */
        "Idempotency-Replayed": string;
        /**
         * @description Further pages (RFC 8288).
         * @example </api/things?page=2>; rel="next"
         */
        Link: string;
        /**
         * @description The address of what was made.
         * @example /api/things/42
         */
        Location: string;
        /**
         * @description What is left (draft-ietf-httpapi-ratelimit-headers-08).
         * @example "address";r=29;t=60
         */
        RateLimit: string;
        /**
         * @description The limits.
         * @example "address";q=30;w=60, "network";q=120;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait.
         * @example 2
         */
        "Retry-After": number;
        /**
         * @description The way to sign in.
         * @example Bearer realm="api"
         */
        "WWW-Authenticate": string;
        /**
         * @description Names this request; the sender may choose it.
         * @example trace-7
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signInToDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "passkey": "demo2026",
                 *       "role": "diner"
                 *     }
                 */
                "application/json": {
                    /** @example demo2026 */
                    passkey: string;
                    /** @enum {string} */
                    role: "diner" | "chef";
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 3600,
                     *       "refresh_token": "q3Zk0W7b",
                     *       "refresh_expires_in": 604800,
                     *       "user": {
                     *         "id": 7,
                     *         "name": "Kim Seo-yeon",
                     *         "email": "diner@example.com",
                     *         "role": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:wrong-passkey */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:wrong-passkey";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:too-many-requests */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-many-requests";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "diner@example.com",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: email
                     * @example diner@example.com
                     */
                    email: string;
                    /**
                     * Format: password
                     * @example correct horse battery
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 3600,
                     *       "refresh_token": "q3Zk0W7b",
                     *       "refresh_expires_in": 604800,
                     *       "user": {
                     *         "id": 7,
                     *         "name": "Kim Seo-yeon",
                     *         "email": "diner@example.com",
                     *         "role": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:wrong-credentials */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:wrong-credentials";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:too-many-requests */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-many-requests";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refresh_token": "q3Zk0W7b"
                 *     }
                 */
                "application/json": {
                    /** @example q3Zk0W7b */
                    refresh_token: string;
                };
            };
        };
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in user */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "name": "Kim Seo-yeon",
                     *       "email": "diner@example.com",
                     *       "role": "user"
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    refreshTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refresh_token": "q3Zk0W7b"
                 *     }
                 */
                "application/json": {
                    /** @example q3Zk0W7b */
                    refresh_token: string;
                };
            };
        };
        responses: {
            /** @description The next pair */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 3600,
                     *       "refresh_token": "q3Zk0W7b",
                     *       "refresh_expires_in": 604800,
                     *       "user": {
                     *         "id": 7,
                     *         "name": "Kim Seo-yeon",
                     *         "email": "diner@example.com",
                     *         "role": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid-refresh-token */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid-refresh-token";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Kim Seo-yeon",
                 *       "email": "diner@example.com",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: email
                     * @example diner@example.com
                     */
                    email: string;
                    /** @example Kim Seo-yeon */
                    name: string;
                    /**
                     * Format: password
                     * @example correct horse battery
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description The account, signed in */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 3600,
                     *       "refresh_token": "q3Zk0W7b",
                     *       "refresh_expires_in": 604800,
                     *       "user": {
                     *         "id": 7,
                     *         "name": "Kim Seo-yeon",
                     *         "email": "diner@example.com",
                     *         "role": "user"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:too-many-requests */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-many-requests";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @example diner */
                as?: "diner" | "chef";
                /** @example 1 */
                page?: number;
                /** @example 1 */
                per_page?: number;
                /**
                 * @example [
                 *       "pending"
                 *     ]
                 */
                status?: ("pending" | "confirmed" | "declined" | "cancelled" | "expired" | "completed" | "no_show")[];
            };
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bookings */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bookings": [
                     *         {
                     *           "id": 7,
                     *           "chef_id": 7,
                     *           "chef_name": "Park Min-jun",
                     *           "chef_cuisine": "Korean",
                     *           "user_id": 7,
                     *           "diner_name": "Kim Seo-yeon",
                     *           "booking_date": "2026-12-05",
                     *           "start_time": "18:00",
                     *           "starts_at": "2026-12-05T09:00:00.000Z",
                     *           "ends_at": "2026-12-05T12:00:00.000Z",
                     *           "time_zone": "Asia/Seoul",
                     *           "duration_hours": 3,
                     *           "price_per_session": 12000,
                     *           "total_price": 36000,
                     *           "currency": "USD",
                     *           "status": "pending",
                     *           "guests": 4,
                     *           "allergies": [
                     *             "peanuts"
                     *           ],
                     *           "allergy_notes": "Traces are fine.",
                     *           "dietary_needs": [],
                     *           "district": "Mapo-gu",
                     *           "address": null,
                     *           "special_requests": "A birthday: a cake, please.",
                     *           "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *           "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *           "cancellation_policy": "flexible",
                     *           "refund_amount": 36000,
                     *           "rescue_of": 7,
                     *           "expires_at": "2026-12-05T09:00:00.000Z",
                     *           "move": {
                     *             "booking_date": "2026-12-05",
                     *             "start_time": "18:00",
                     *             "starts_at": "2026-12-05T09:00:00.000Z",
                     *             "ends_at": "2026-12-05T12:00:00.000Z",
                     *             "duration_hours": 3,
                     *             "asked_by": "diner",
                     *             "expires_at": "2026-12-05T09:00:00.000Z"
                     *           },
                     *           "created_at": "2026-12-05T09:00:00.000Z",
                     *           "updated_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "pages": 1,
                     *       "current_page": 1
                     *     }
                     */
                    "application/json": {
                        bookings: components["schemas"]["Booking"][];
                        current_page: number;
                        pages: number;
                        total: number;
                    };
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    requestBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "chef_id": 7,
                 *       "booking_date": "2026-12-05",
                 *       "duration_hours": 3,
                 *       "start_time": "18:00",
                 *       "guests": 4,
                 *       "allergies": [
                 *         "peanuts"
                 *       ],
                 *       "allergy_notes": "Traces are fine.",
                 *       "dietary_needs": [
                 *         "vegetarian"
                 *       ],
                 *       "district": "Mapo-gu",
                 *       "address": "12 Wausan-ro, Seoul",
                 *       "special_requests": "A birthday: a cake, please.",
                 *       "expected_total": 36000
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The full address; the chef sees it once the meal is confirmed.
                     * @example 12 Wausan-ro, Seoul
                     */
                    address?: string | null;
                    /**
                     * @description Null, or nothing, for not told; an empty list for none.
                     * @example [
                     *       "peanuts"
                     *     ]
                     */
                    allergies?: ("celery" | "crustaceans" | "eggs" | "fish" | "gluten" | "lupin" | "milk" | "molluscs" | "mustard" | "nuts" | "peanuts" | "sesame" | "soybeans" | "sulphites" | "beef" | "buckwheat" | "chicken" | "peach" | "pork" | "tomato")[] | null;
                    /** @example Traces are fine. */
                    allergy_notes?: string | null;
                    /**
                     * Format: date
                     * @description From 1970-01-01 to 2199-12-31.
                     * @example 2026-12-05
                     */
                    booking_date: string;
                    /**
                     * Format: int32
                     * @example 7
                     */
                    chef_id: number;
                    /** @default [] */
                    dietary_needs?: ("vegetarian" | "vegan" | "pescatarian" | "halal" | "kosher" | "no_alcohol" | "low_salt")[];
                    /**
                     * @description The part of town.
                     * @example Mapo-gu
                     */
                    district?: string | null;
                    /** @example 3 */
                    duration_hours: number;
                    /**
                     * @description In minor units; nothing is booked at another total.
                     * @example 36000
                     */
                    expected_total?: number;
                    /**
                     * @default 2
                     * @example 4
                     */
                    guests?: number;
                    /** @example A birthday: a cake, please. */
                    special_requests?: string | null;
                    /**
                     * @description Without it, the first free start of that day.
                     * @example 18:00
                     */
                    start_time?: string;
                };
            };
        };
        responses: {
            /** @description The request, pending */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:subscription-does-not-cover, urn:coocook:problem:subscription-required */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:subscription-does-not-cover" | "urn:coocook:problem:subscription-required";
                    };
                };
            };
            /** @description urn:coocook:problem:chef-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:chef-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:slot-taken, urn:coocook:problem:no-free-time, urn:coocook:problem:too-many-open-requests, urn:coocook:problem:price-changed */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail: string;
                        errors?: {
                            detail: string;
                            pointer: string;
                        }[];
                        /**
                         * @description As it was expected, in minor units.
                         * @example 36000
                         */
                        expected_total?: number;
                        instance: string;
                        request_id: string;
                        status: number;
                        title: string;
                        /**
                         * @description As it is now, in minor units.
                         * @example 39000
                         */
                        total_price?: number;
                        /** Format: uri */
                        type: string;
                    } & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:slot-taken" | "urn:coocook:problem:no-free-time" | "urn:coocook:problem:too-many-open-requests" | "urn:coocook:problem:price-changed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    changeBookingStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "confirmed",
                 *       "reason": "The party had to be called off.",
                 *       "allergies_read": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Needed to confirm when the party has allergies: that they were read.
                     * @constant
                     */
                    allergies_read?: true;
                    /** @example The party had to be called off. */
                    reason?: string;
                    /** @enum {string} */
                    status: "confirmed" | "declined" | "cancelled" | "completed" | "no_show";
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:chef-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:chef-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:illegal-transition, urn:coocook:problem:too-early, urn:coocook:problem:too-late */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:illegal-transition" | "urn:coocook:problem:too-early" | "urn:coocook:problem:too-late";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    editRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "guests": 1,
                 *       "dietary_needs": [
                 *         "vegetarian"
                 *       ],
                 *       "district": "Mapo-gu",
                 *       "address": "12 Wausan-ro, Seoul",
                 *       "special_requests": "A birthday: a cake, please."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The full address; the chef sees it once the meal is confirmed.
                     * @example 12 Wausan-ro, Seoul
                     */
                    address?: string | null;
                    dietary_needs?: ("vegetarian" | "vegan" | "pescatarian" | "halal" | "kosher" | "no_alcohol" | "low_salt")[];
                    /**
                     * @description The part of town.
                     * @example Mapo-gu
                     */
                    district?: string | null;
                    guests?: number;
                    /** @example A birthday: a cake, please. */
                    special_requests?: string | null;
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:diner-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:diner-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:illegal-transition, urn:coocook:problem:too-late */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:illegal-transition" | "urn:coocook:problem:too-late";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    tellAllergies: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allergies": [
                 *         "celery"
                 *       ],
                 *       "allergy_notes": "Traces are fine."
                 *     }
                 */
                "application/json": {
                    /** @description An empty list says that there are none. */
                    allergies: ("celery" | "crustaceans" | "eggs" | "fish" | "gluten" | "lupin" | "milk" | "molluscs" | "mustard" | "nuts" | "peanuts" | "sesame" | "soybeans" | "sulphites" | "beef" | "buckwheat" | "chicken" | "peach" | "pork" | "tomato")[];
                    /** @example Traces are fine. */
                    allergy_notes?: string | null;
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:diner-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:diner-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:illegal-transition, urn:coocook:problem:too-late */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:illegal-transition" | "urn:coocook:problem:too-late";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    confirmAllergiesRead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:chef-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:chef-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:illegal-transition */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:illegal-transition";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    previewCancellation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund, now and later */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": 36000,
                     *       "currency": "USD",
                     *       "steps": [
                     *         {
                     *           "until": "2026-12-05T09:00:00.000Z",
                     *           "amount": 36000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:diner-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:diner-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:illegal-transition */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:illegal-transition";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "The party had to be called off."
                 *     }
                 */
                "application/json": {
                    /** @example The party had to be called off. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:diner-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:diner-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:illegal-transition, urn:coocook:problem:too-late */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:illegal-transition" | "urn:coocook:problem:too-late";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    acceptMove: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "starts_at": "2026-12-05T09:00:00.000Z",
                 *       "reason": "The party had to be called off."
                 *     }
                 */
                "application/json": {
                    /** @example The party had to be called off. */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description The time that was seen: no other one is answered.
                     */
                    starts_at?: string;
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:subscription-does-not-cover */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:subscription-does-not-cover";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:illegal-transition, urn:coocook:problem:too-late */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:illegal-transition" | "urn:coocook:problem:too-late";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    declineMove: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "starts_at": "2026-12-05T09:00:00.000Z",
                 *       "reason": "The party had to be called off."
                 *     }
                 */
                "application/json": {
                    /** @example The party had to be called off. */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description The time that was seen: no other one is answered.
                     */
                    starts_at?: string;
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:illegal-transition */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:illegal-transition";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    withdrawMove: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "starts_at": "2026-12-05T09:00:00.000Z",
                 *       "reason": "The party had to be called off."
                 *     }
                 */
                "application/json": {
                    /** @example The party had to be called off. */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description The time that was seen: no other one is answered.
                     */
                    starts_at?: string;
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:illegal-transition */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:illegal-transition";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    rescheduleBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "booking_date": "2026-12-05",
                 *       "start_time": "18:00"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @description From 1970-01-01 to 2199-12-31.
                     * @example 2026-12-05
                     */
                    booking_date: string;
                    /**
                     * @description In the chef's zone, such as 18:00, or 01:30-05:00 to tell two apart.
                     * @example 18:00
                     */
                    start_time: string;
                };
            };
        };
        responses: {
            /** @description The booking */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "chef_id": 7,
                     *       "chef_name": "Park Min-jun",
                     *       "chef_cuisine": "Korean",
                     *       "user_id": 7,
                     *       "diner_name": "Kim Seo-yeon",
                     *       "booking_date": "2026-12-05",
                     *       "start_time": "18:00",
                     *       "starts_at": "2026-12-05T09:00:00.000Z",
                     *       "ends_at": "2026-12-05T12:00:00.000Z",
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "price_per_session": 12000,
                     *       "total_price": 36000,
                     *       "currency": "USD",
                     *       "status": "pending",
                     *       "guests": 4,
                     *       "allergies": [
                     *         "peanuts"
                     *       ],
                     *       "allergy_notes": "Traces are fine.",
                     *       "dietary_needs": [],
                     *       "district": "Mapo-gu",
                     *       "address": null,
                     *       "special_requests": "A birthday: a cake, please.",
                     *       "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *       "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *       "cancellation_policy": "flexible",
                     *       "refund_amount": 36000,
                     *       "rescue_of": 7,
                     *       "expires_at": "2026-12-05T09:00:00.000Z",
                     *       "move": {
                     *         "booking_date": "2026-12-05",
                     *         "start_time": "18:00",
                     *         "starts_at": "2026-12-05T09:00:00.000Z",
                     *         "ends_at": "2026-12-05T12:00:00.000Z",
                     *         "duration_hours": 3,
                     *         "asked_by": "diner",
                     *         "expires_at": "2026-12-05T09:00:00.000Z"
                     *       },
                     *       "created_at": "2026-12-05T09:00:00.000Z",
                     *       "updated_at": "2026-12-05T09:00:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-12-05T09:00:00.000Z",
                     *           "actor": "diner",
                     *           "action": "request",
                     *           "from_status": "pending",
                     *           "to_status": "pending",
                     *           "reason": "The party had to be called off.",
                     *           "old_starts_at": "2026-12-05T09:00:00.000Z",
                     *           "asked_starts_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:subscription-does-not-cover */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:subscription-does-not-cover";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:illegal-transition, urn:coocook:problem:too-late, urn:coocook:problem:slot-taken, urn:coocook:problem:too-many-open-requests */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:illegal-transition" | "urn:coocook:problem:too-late" | "urn:coocook:problem:slot-taken" | "urn:coocook:problem:too-many-open-requests";
                    };
                };
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    previewRescue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chefs who would be asked */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "candidates": [
                     *         {
                     *           "chef_id": 7,
                     *           "chef_name": "Park Min-jun",
                     *           "chef_cuisine": "Korean",
                     *           "total_price": 36000,
                     *           "currency": "USD"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Rescue"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:diner-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:diner-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:illegal-transition */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:illegal-transition";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    rescueBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests, pending */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bookings": [
                     *         {
                     *           "id": 7,
                     *           "chef_id": 7,
                     *           "chef_name": "Park Min-jun",
                     *           "chef_cuisine": "Korean",
                     *           "user_id": 7,
                     *           "diner_name": "Kim Seo-yeon",
                     *           "booking_date": "2026-12-05",
                     *           "start_time": "18:00",
                     *           "starts_at": "2026-12-05T09:00:00.000Z",
                     *           "ends_at": "2026-12-05T12:00:00.000Z",
                     *           "time_zone": "Asia/Seoul",
                     *           "duration_hours": 3,
                     *           "price_per_session": 12000,
                     *           "total_price": 36000,
                     *           "currency": "USD",
                     *           "status": "pending",
                     *           "guests": 4,
                     *           "allergies": [
                     *             "peanuts"
                     *           ],
                     *           "allergy_notes": "Traces are fine.",
                     *           "dietary_needs": [],
                     *           "district": "Mapo-gu",
                     *           "address": null,
                     *           "special_requests": "A birthday: a cake, please.",
                     *           "allergies_changed_at": "2026-12-05T09:00:00.000Z",
                     *           "allergies_read_at": "2026-12-05T09:00:00.000Z",
                     *           "cancellation_policy": "flexible",
                     *           "refund_amount": 36000,
                     *           "rescue_of": 7,
                     *           "expires_at": "2026-12-05T09:00:00.000Z",
                     *           "move": {
                     *             "booking_date": "2026-12-05",
                     *             "start_time": "18:00",
                     *             "starts_at": "2026-12-05T09:00:00.000Z",
                     *             "ends_at": "2026-12-05T12:00:00.000Z",
                     *             "duration_hours": 3,
                     *             "asked_by": "diner",
                     *             "expires_at": "2026-12-05T09:00:00.000Z"
                     *           },
                     *           "created_at": "2026-12-05T09:00:00.000Z",
                     *           "updated_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        bookings: components["schemas"]["Booking"][];
                    };
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:subscription-required, urn:coocook:problem:cross-origin, urn:coocook:problem:diner-only */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:subscription-required" | "urn:coocook:problem:cross-origin" | "urn:coocook:problem:diner-only";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:booking-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:booking-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:illegal-transition, urn:coocook:problem:no-chef-free */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:illegal-transition" | "urn:coocook:problem:no-chef-free";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    findChefs: {
        parameters: {
            query?: {
                /**
                 * @example [
                 *       "Korean",
                 *       "Italian"
                 *     ]
                 */
                cuisine?: string[];
                /** @example 2026-12-05 */
                date?: string;
                /** @example 4 */
                guests?: number;
                /** @example Seoul */
                location?: string;
                /** @example 12000 */
                max_price?: number;
                /** @example 12000 */
                min_price?: number;
                /** @example 1 */
                min_rating?: number;
                /** @example 1 */
                page?: number;
                /** @example 1 */
                per_page?: number;
                /** @example bibimbap */
                q?: string;
                /** @example recommended */
                sort?: "recommended" | "price_asc" | "price_desc" | "rating" | "newest";
            };
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of chefs */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chefs": [
                     *         {
                     *           "id": 7,
                     *           "name": "Park Min-jun",
                     *           "bio": "Cooks what his grandmother cooked.",
                     *           "cuisine_type": "Korean",
                     *           "location": "Seoul",
                     *           "price_per_session": 12000,
                     *           "currency": "USD",
                     *           "rating": 4.8,
                     *           "rating_count": 31,
                     *           "time_zone": "Asia/Seoul",
                     *           "photo_url": "/files/7",
                     *           "min_hours": 1,
                     *           "max_hours": 6,
                     *           "max_guests": 8,
                     *           "cancellation_policy": "flexible"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "pages": 1,
                     *       "current_page": 1
                     *     }
                     */
                    "application/json": {
                        chefs: components["schemas"]["Chef"][];
                        current_page: number;
                        pages: number;
                        total: number;
                        /**
                         * @description Present when there may be more than `total`: so many are known.
                         * @constant
                         */
                        total_is_at_least?: true;
                    };
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    becomeChef: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Park Min-jun",
                 *       "bio": "Cooks what his grandmother cooked.",
                 *       "cuisine_type": "Korean",
                 *       "location": "Seoul",
                 *       "price_per_session": 12000,
                 *       "cancellation_policy": "flexible",
                 *       "time_zone": "Asia/Seoul",
                 *       "min_hours": 3,
                 *       "max_hours": 3,
                 *       "max_guests": 4,
                 *       "languages": [
                 *         "ko",
                 *         "en"
                 *       ],
                 *       "menus": [
                 *         {
                 *           "name": "An evening in Jeonju",
                 *           "description": "Seven dishes, served together.",
                 *           "dishes": [
                 *             {
                 *               "name": "Galbi-jjim",
                 *               "notes": "Braised for six hours"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "included": [
                 *         "shopping"
                 *       ],
                 *       "kitchen_needs": [
                 *         "hob_two"
                 *       ],
                 *       "kitchen_notes": "A large pot helps."
                 *     }
                 */
                "application/json": {
                    /** @example Cooks what his grandmother cooked. */
                    bio: string;
                    /**
                     * @default moderate
                     * @enum {string}
                     */
                    cancellation_policy?: "flexible" | "moderate" | "strict";
                    /** @example Korean */
                    cuisine_type: string;
                    /**
                     * @description Part of the price. Once anything is named, all else is not.
                     * @default []
                     */
                    included?: ("shopping" | "groceries" | "tools" | "table_setting" | "tableware" | "serving" | "cleaning" | "drinks")[];
                    /**
                     * @description Needed in the diner's kitchen.
                     * @default []
                     */
                    kitchen_needs?: ("hob_two" | "hob_four" | "gas_flame" | "oven" | "grill" | "fridge" | "freezer" | "blender" | "rice_cooker" | "worktop")[];
                    /**
                     * @default null
                     * @example A large pot helps.
                     */
                    kitchen_notes?: string | null;
                    /**
                     * @description Spoken with diners; ISO 639-1.
                     * @default []
                     * @example [
                     *       "ko",
                     *       "en"
                     *     ]
                     */
                    languages?: ("aa" | "ab" | "ae" | "af" | "ak" | "am" | "an" | "ar" | "as" | "av" | "ay" | "az" | "ba" | "be" | "bg" | "bi" | "bm" | "bn" | "bo" | "br" | "bs" | "ca" | "ce" | "ch" | "co" | "cr" | "cs" | "cu" | "cv" | "cy" | "da" | "de" | "dv" | "dz" | "ee" | "el" | "en" | "eo" | "es" | "et" | "eu" | "fa" | "ff" | "fi" | "fj" | "fo" | "fr" | "fy" | "ga" | "gd" | "gl" | "gn" | "gu" | "gv" | "ha" | "he" | "hi" | "ho" | "hr" | "ht" | "hu" | "hy" | "hz" | "ia" | "id" | "ie" | "ig" | "ii" | "ik" | "io" | "is" | "it" | "iu" | "ja" | "jv" | "ka" | "kg" | "ki" | "kj" | "kk" | "kl" | "km" | "kn" | "ko" | "kr" | "ks" | "ku" | "kv" | "kw" | "ky" | "la" | "lb" | "lg" | "li" | "ln" | "lo" | "lt" | "lu" | "lv" | "mg" | "mh" | "mi" | "mk" | "ml" | "mn" | "mr" | "ms" | "mt" | "my" | "na" | "nb" | "nd" | "ne" | "ng" | "nl" | "nn" | "no" | "nr" | "nv" | "ny" | "oc" | "oj" | "om" | "or" | "os" | "pa" | "pi" | "pl" | "ps" | "pt" | "qu" | "rm" | "rn" | "ro" | "ru" | "rw" | "sa" | "sc" | "sd" | "se" | "sg" | "si" | "sk" | "sl" | "sm" | "sn" | "so" | "sq" | "sr" | "ss" | "st" | "su" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "ti" | "tk" | "tl" | "tn" | "to" | "tr" | "ts" | "tt" | "tw" | "ty" | "ug" | "uk" | "ur" | "uz" | "ve" | "vi" | "vo" | "wa" | "wo" | "xh" | "yi" | "yo" | "za" | "zh" | "zu")[];
                    /** @example Seoul */
                    location: string;
                    /**
                     * @default 12
                     * @example 4
                     */
                    max_guests?: number;
                    /**
                     * @default 12
                     * @example 3
                     */
                    max_hours?: number;
                    /** @default [] */
                    menus?: {
                        /**
                         * @default null
                         * @example Seven dishes, served together.
                         */
                        description?: string | null;
                        dishes: {
                            /** @example Galbi-jjim */
                            name: string;
                            /**
                             * @default null
                             * @example Braised for six hours
                             */
                            notes?: string | null;
                        }[];
                        /** @example An evening in Jeonju */
                        name: string;
                    }[];
                    /**
                     * @default 1
                     * @example 3
                     */
                    min_hours?: number;
                    /** @example Park Min-jun */
                    name: string;
                    /** @example 12000 */
                    price_per_session: number;
                    /** @example Asia/Seoul */
                    time_zone: string;
                };
            };
        };
        responses: {
            /** @description The new profile */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "name": "Park Min-jun",
                     *       "bio": "Cooks what his grandmother cooked.",
                     *       "cuisine_type": "Korean",
                     *       "location": "Seoul",
                     *       "price_per_session": 12000,
                     *       "currency": "USD",
                     *       "rating": 4.8,
                     *       "rating_count": 31,
                     *       "time_zone": "Asia/Seoul",
                     *       "photo_url": "/files/7",
                     *       "min_hours": 1,
                     *       "max_hours": 6,
                     *       "max_guests": 8,
                     *       "cancellation_policy": "flexible",
                     *       "languages": [
                     *         "ko",
                     *         "en"
                     *       ],
                     *       "menus": [
                     *         {
                     *           "name": "An evening in Jeonju",
                     *           "description": "Seven dishes, served together.",
                     *           "dishes": [
                     *             {
                     *               "name": "Galbi-jjim",
                     *               "notes": "Braised for six hours"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "included": [
                     *         "shopping"
                     *       ],
                     *       "kitchen_needs": [
                     *         "hob_two"
                     *       ],
                     *       "kitchen_notes": "A large pot helps.",
                     *       "not_included": [
                     *         "shopping"
                     *       ],
                     *       "gallery": [
                     *         {
                     *           "url": "/files/7",
                     *           "alt": "A table laid for four"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChefProfile"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:already-a-chef */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:already-a-chef";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    getChef: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chef */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "name": "Park Min-jun",
                     *       "bio": "Cooks what his grandmother cooked.",
                     *       "cuisine_type": "Korean",
                     *       "location": "Seoul",
                     *       "price_per_session": 12000,
                     *       "currency": "USD",
                     *       "rating": 4.8,
                     *       "rating_count": 31,
                     *       "time_zone": "Asia/Seoul",
                     *       "photo_url": "/files/7",
                     *       "min_hours": 1,
                     *       "max_hours": 6,
                     *       "max_guests": 8,
                     *       "cancellation_policy": "flexible",
                     *       "languages": [
                     *         "ko",
                     *         "en"
                     *       ],
                     *       "menus": [
                     *         {
                     *           "name": "An evening in Jeonju",
                     *           "description": "Seven dishes, served together.",
                     *           "dishes": [
                     *             {
                     *               "name": "Galbi-jjim",
                     *               "notes": "Braised for six hours"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "included": [
                     *         "shopping"
                     *       ],
                     *       "kitchen_needs": [
                     *         "hob_two"
                     *       ],
                     *       "kitchen_notes": "A large pot helps.",
                     *       "not_included": [
                     *         "shopping"
                     *       ],
                     *       "gallery": [
                     *         {
                     *           "url": "/files/7",
                     *           "alt": "A table laid for four"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChefProfile"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:chef-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:chef-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    editChef: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Park Min-jun",
                 *       "bio": "Cooks what his grandmother cooked.",
                 *       "cuisine_type": "Korean",
                 *       "location": "Seoul",
                 *       "price_per_session": 12000,
                 *       "cancellation_policy": "flexible",
                 *       "time_zone": "Asia/Seoul",
                 *       "min_hours": 3,
                 *       "max_hours": 3,
                 *       "max_guests": 4,
                 *       "languages": [
                 *         "ko",
                 *         "en"
                 *       ],
                 *       "menus": [
                 *         {
                 *           "name": "An evening in Jeonju",
                 *           "description": "Seven dishes, served together.",
                 *           "dishes": [
                 *             {
                 *               "name": "Galbi-jjim",
                 *               "notes": "Braised for six hours"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "included": [
                 *         "shopping"
                 *       ],
                 *       "kitchen_needs": [
                 *         "hob_two"
                 *       ],
                 *       "kitchen_notes": "A large pot helps."
                 *     }
                 */
                "application/json": {
                    /** @example Cooks what his grandmother cooked. */
                    bio?: string;
                    /** @enum {string} */
                    cancellation_policy?: "flexible" | "moderate" | "strict";
                    /** @example Korean */
                    cuisine_type?: string;
                    /** @description Part of the price. Once anything is named, all else is not. */
                    included?: ("shopping" | "groceries" | "tools" | "table_setting" | "tableware" | "serving" | "cleaning" | "drinks")[];
                    /** @description Needed in the diner's kitchen. */
                    kitchen_needs?: ("hob_two" | "hob_four" | "gas_flame" | "oven" | "grill" | "fridge" | "freezer" | "blender" | "rice_cooker" | "worktop")[];
                    /** @example A large pot helps. */
                    kitchen_notes?: string | null;
                    /**
                     * @description Spoken with diners; ISO 639-1.
                     * @example [
                     *       "ko",
                     *       "en"
                     *     ]
                     */
                    languages?: ("aa" | "ab" | "ae" | "af" | "ak" | "am" | "an" | "ar" | "as" | "av" | "ay" | "az" | "ba" | "be" | "bg" | "bi" | "bm" | "bn" | "bo" | "br" | "bs" | "ca" | "ce" | "ch" | "co" | "cr" | "cs" | "cu" | "cv" | "cy" | "da" | "de" | "dv" | "dz" | "ee" | "el" | "en" | "eo" | "es" | "et" | "eu" | "fa" | "ff" | "fi" | "fj" | "fo" | "fr" | "fy" | "ga" | "gd" | "gl" | "gn" | "gu" | "gv" | "ha" | "he" | "hi" | "ho" | "hr" | "ht" | "hu" | "hy" | "hz" | "ia" | "id" | "ie" | "ig" | "ii" | "ik" | "io" | "is" | "it" | "iu" | "ja" | "jv" | "ka" | "kg" | "ki" | "kj" | "kk" | "kl" | "km" | "kn" | "ko" | "kr" | "ks" | "ku" | "kv" | "kw" | "ky" | "la" | "lb" | "lg" | "li" | "ln" | "lo" | "lt" | "lu" | "lv" | "mg" | "mh" | "mi" | "mk" | "ml" | "mn" | "mr" | "ms" | "mt" | "my" | "na" | "nb" | "nd" | "ne" | "ng" | "nl" | "nn" | "no" | "nr" | "nv" | "ny" | "oc" | "oj" | "om" | "or" | "os" | "pa" | "pi" | "pl" | "ps" | "pt" | "qu" | "rm" | "rn" | "ro" | "ru" | "rw" | "sa" | "sc" | "sd" | "se" | "sg" | "si" | "sk" | "sl" | "sm" | "sn" | "so" | "sq" | "sr" | "ss" | "st" | "su" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "ti" | "tk" | "tl" | "tn" | "to" | "tr" | "ts" | "tt" | "tw" | "ty" | "ug" | "uk" | "ur" | "uz" | "ve" | "vi" | "vo" | "wa" | "wo" | "xh" | "yi" | "yo" | "za" | "zh" | "zu")[];
                    /** @example Seoul */
                    location?: string;
                    /** @example 4 */
                    max_guests?: number;
                    /** @example 3 */
                    max_hours?: number;
                    menus?: {
                        /**
                         * @default null
                         * @example Seven dishes, served together.
                         */
                        description?: string | null;
                        dishes: {
                            /** @example Galbi-jjim */
                            name: string;
                            /**
                             * @default null
                             * @example Braised for six hours
                             */
                            notes?: string | null;
                        }[];
                        /** @example An evening in Jeonju */
                        name: string;
                    }[];
                    /** @example 3 */
                    min_hours?: number;
                    /** @example Park Min-jun */
                    name?: string;
                    /** @example 12000 */
                    price_per_session?: number;
                    /** @example Asia/Seoul */
                    time_zone?: string;
                };
            };
        };
        responses: {
            /** @description The profile as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "name": "Park Min-jun",
                     *       "bio": "Cooks what his grandmother cooked.",
                     *       "cuisine_type": "Korean",
                     *       "location": "Seoul",
                     *       "price_per_session": 12000,
                     *       "currency": "USD",
                     *       "rating": 4.8,
                     *       "rating_count": 31,
                     *       "time_zone": "Asia/Seoul",
                     *       "photo_url": "/files/7",
                     *       "min_hours": 1,
                     *       "max_hours": 6,
                     *       "max_guests": 8,
                     *       "cancellation_policy": "flexible",
                     *       "languages": [
                     *         "ko",
                     *         "en"
                     *       ],
                     *       "menus": [
                     *         {
                     *           "name": "An evening in Jeonju",
                     *           "description": "Seven dishes, served together.",
                     *           "dishes": [
                     *             {
                     *               "name": "Galbi-jjim",
                     *               "notes": "Braised for six hours"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "included": [
                     *         "shopping"
                     *       ],
                     *       "kitchen_needs": [
                     *         "hob_two"
                     *       ],
                     *       "kitchen_notes": "A large pot helps.",
                     *       "not_included": [
                     *         "shopping"
                     *       ],
                     *       "gallery": [
                     *         {
                     *           "url": "/files/7",
                     *           "alt": "A table laid for four"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChefProfile"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:forbidden */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:forbidden";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:chef-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:chef-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chef_id": 7,
                     *       "time_zone": "Asia/Seoul",
                     *       "min_hours": 3,
                     *       "max_hours": 3,
                     *       "max_guests": 4,
                     *       "buffer_before_minutes": 1,
                     *       "buffer_after_minutes": 1,
                     *       "start_step_minutes": 15,
                     *       "minimum_notice_hours": 3,
                     *       "horizon_days": 1,
                     *       "weekly_hours": [
                     *         {
                     *           "weekday": 1,
                     *           "opens": "11:00",
                     *           "closes": "22:00"
                     *         }
                     *       ],
                     *       "exceptions": [
                     *         {
                     *           "date": "2026-12-05",
                     *           "kind": "day_off"
                     *         }
                     *       ],
                     *       "outside_bookings": [
                     *         {
                     *           "booking_id": 7,
                     *           "starts_at": "2026-12-05T09:00:00.000Z",
                     *           "ends_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StoredSchedule"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:forbidden */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:forbidden";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:chef-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:chef-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    replaceSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is to be changed; when it has changed meanwhile, nothing happens.
                 * @example "3-q1Zp"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "time_zone": "Asia/Seoul",
                 *       "min_hours": 3,
                 *       "max_hours": 3,
                 *       "max_guests": 4,
                 *       "buffer_before_minutes": 1,
                 *       "buffer_after_minutes": 1,
                 *       "start_step_minutes": 15,
                 *       "minimum_notice_hours": 3,
                 *       "horizon_days": 1,
                 *       "weekly_hours": [
                 *         {
                 *           "weekday": 1,
                 *           "opens": "11:00",
                 *           "closes": "22:00"
                 *         }
                 *       ],
                 *       "exceptions": [
                 *         {
                 *           "date": "2026-12-05",
                 *           "kind": "day_off"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Schedule"];
            };
        };
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chef_id": 7,
                     *       "time_zone": "Asia/Seoul",
                     *       "min_hours": 3,
                     *       "max_hours": 3,
                     *       "max_guests": 4,
                     *       "buffer_before_minutes": 1,
                     *       "buffer_after_minutes": 1,
                     *       "start_step_minutes": 15,
                     *       "minimum_notice_hours": 3,
                     *       "horizon_days": 1,
                     *       "weekly_hours": [
                     *         {
                     *           "weekday": 1,
                     *           "opens": "11:00",
                     *           "closes": "22:00"
                     *         }
                     *       ],
                     *       "exceptions": [
                     *         {
                     *           "date": "2026-12-05",
                     *           "kind": "day_off"
                     *         }
                     *       ],
                     *       "outside_bookings": [
                     *         {
                     *           "booking_id": 7,
                     *           "starts_at": "2026-12-05T09:00:00.000Z",
                     *           "ends_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StoredSchedule"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin, urn:coocook:problem:forbidden */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin" | "urn:coocook:problem:forbidden";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:chef-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:chef-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:precondition-failed */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:precondition-failed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    listSlots: {
        parameters: {
            query?: {
                /** @example 3 */
                duration_hours?: number;
                /** @example 2026-12-05 */
                from?: string;
                /** @example 2026-12-05 */
                to?: string;
            };
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The free times */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chef_id": 7,
                     *       "time_zone": "Asia/Seoul",
                     *       "duration_hours": 3,
                     *       "days": [
                     *         {
                     *           "date": "2026-12-05",
                     *           "starts": [
                     *             {
                     *               "start_time": "18:00",
                     *               "starts_at": "2026-12-05T09:00:00.000Z",
                     *               "ends_at": "2026-12-05T09:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Slots"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:chef-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:chef-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: number;
                /** @example 1 */
                per_page?: number;
            };
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plans */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plans": [
                     *         {
                     *           "id": 7,
                     *           "slug": "coocook-monthly",
                     *           "name": "Monthly",
                     *           "price": 900,
                     *           "currency": "USD",
                     *           "interval": "month"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "pages": 1,
                     *       "current_page": 1
                     *     }
                     */
                    "application/json": {
                        current_page: number;
                        pages: number;
                        plans: components["schemas"]["Plan"][];
                        total: number;
                    };
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: number;
                /** @example 1 */
                per_page?: number;
            };
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subscriptions */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subscriptions": [
                     *         {
                     *           "id": 7,
                     *           "service": "coocook",
                     *           "plan": {
                     *             "id": 7,
                     *             "slug": "coocook-monthly",
                     *             "name": "Monthly",
                     *             "price": 900,
                     *             "currency": "USD",
                     *             "interval": "month"
                     *           },
                     *           "status": "active",
                     *           "cancel_at_period_end": false,
                     *           "current_period_start": "2026-12-05T09:00:00.000Z",
                     *           "current_period_end": "2027-01-05T09:00:00.000Z",
                     *           "created_at": "2026-12-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "pages": 1,
                     *       "current_page": 1
                     *     }
                     */
                    "application/json": {
                        current_page: number;
                        pages: number;
                        subscriptions: components["schemas"]["Subscription"][];
                        total: number;
                    };
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan": "coocook-monthly"
                 *     }
                 */
                "application/json": {
                    /** @example coocook-monthly */
                    plan: string;
                };
            };
        };
        responses: {
            /** @description The new subscription */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "service": "coocook",
                     *       "plan": {
                     *         "id": 7,
                     *         "slug": "coocook-monthly",
                     *         "name": "Monthly",
                     *         "price": 900,
                     *         "currency": "USD",
                     *         "interval": "month"
                     *       },
                     *       "status": "active",
                     *       "cancel_at_period_end": false,
                     *       "current_period_start": "2026-12-05T09:00:00.000Z",
                     *       "current_period_end": "2027-01-05T09:00:00.000Z",
                     *       "created_at": "2026-12-05T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:already-subscribed */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:already-subscribed";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused, urn:coocook:problem:plan-not-found */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused" | "urn:coocook:problem:plan-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the answer that one has: only another one is sent.
                 * @example "3-q1Zp"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "service": "coocook",
                     *       "plan": {
                     *         "id": 7,
                     *         "slug": "coocook-monthly",
                     *         "name": "Monthly",
                     *         "price": 900,
                     *         "currency": "USD",
                     *         "interval": "month"
                     *       },
                     *       "status": "active",
                     *       "cancel_at_period_end": false,
                     *       "current_period_start": "2026-12-05T09:00:00.000Z",
                     *       "current_period_end": "2027-01-05T09:00:00.000Z",
                     *       "created_at": "2026-12-05T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description As If-None-Match knows it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:subscription-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:subscription-not-found";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    cancelSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The subscription as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "service": "coocook",
                     *       "plan": {
                     *         "id": 7,
                     *         "slug": "coocook-monthly",
                     *         "name": "Monthly",
                     *         "price": 900,
                     *         "currency": "USD",
                     *         "interval": "month"
                     *       },
                     *       "status": "active",
                     *       "cancel_at_period_end": false,
                     *       "current_period_start": "2026-12-05T09:00:00.000Z",
                     *       "current_period_end": "2027-01-05T09:00:00.000Z",
                     *       "created_at": "2026-12-05T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:subscription-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:subscription-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:subscription-ended */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:subscription-ended";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
    resumeSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each repetition of one request, which then has one effect and one answer, kept for 24 hours.
                 * @example 6f1b0f0e-2f0c-4d0e-9a52-7f5d1c1f9b1e
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 7 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The subscription as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "service": "coocook",
                     *       "plan": {
                     *         "id": 7,
                     *         "slug": "coocook-monthly",
                     *         "name": "Monthly",
                     *         "price": 900,
                     *         "currency": "USD",
                     *         "interval": "month"
                     *       },
                     *       "status": "active",
                     *       "cancel_at_period_end": false,
                     *       "current_period_start": "2026-12-05T09:00:00.000Z",
                     *       "current_period_end": "2027-01-05T09:00:00.000Z",
                     *       "created_at": "2026-12-05T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description urn:coocook:problem:malformed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:malformed";
                    };
                };
            };
            /** @description urn:coocook:problem:unauthenticated */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unauthenticated";
                    };
                };
            };
            /** @description urn:coocook:problem:cross-origin */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:cross-origin";
                    };
                };
            };
            /** @description urn:coocook:problem:not-found, urn:coocook:problem:subscription-not-found */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:not-found" | "urn:coocook:problem:subscription-not-found";
                    };
                };
            };
            /** @description The body did not come in time */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description urn:coocook:problem:idempotency-in-progress, urn:coocook:problem:subscription-ended */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:idempotency-in-progress" | "urn:coocook:problem:subscription-ended";
                    };
                };
            };
            /** @description urn:coocook:problem:too-large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:too-large";
                    };
                };
            };
            /** @description urn:coocook:problem:unsupported-media-type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unsupported-media-type";
                    };
                };
            };
            /** @description urn:coocook:problem:invalid, urn:coocook:problem:idempotency-key-reused */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:invalid" | "urn:coocook:problem:idempotency-key-reused";
                    };
                };
            };
            /** @description urn:coocook:problem:internal */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:internal";
                    };
                };
            };
            /** @description urn:coocook:problem:unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        type?: "urn:coocook:problem:unavailable";
                    };
                };
            };
        };
    };
}
