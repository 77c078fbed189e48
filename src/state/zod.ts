import * as z from 'zod/mini'

// The content security policy forbids what zod would otherwise compile.
z.config({ jitless: true })

export { z }
