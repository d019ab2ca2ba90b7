/** The six people of the demo year; fixed, so that guides and checks can name them. */
export const demoPassword = 'softmob-demo'
export const demoSignIns = ['sending', 'finance', 'hosting', 'company', 'participant', 'guardian'].map(
  (role) => ({
    role,
    email: `${role}@softmob.example`,
    password: demoPassword,
  }),
)
