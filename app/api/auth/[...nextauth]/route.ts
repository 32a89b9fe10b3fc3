/** Sign-in's three protocol steps. Not a `route()`: nobody is signed in yet. */
import { signIn } from '#lib/server/session/sign-in.ts';

export { signIn as GET, signIn as POST };
