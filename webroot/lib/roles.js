// Each role may do what those before it may.
const ROLES = ['agent', 'supervisor', 'admin']

export const mayAs = (role, needed) => ROLES.indexOf(role) >= ROLES.indexOf(needed)
